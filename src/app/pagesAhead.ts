import type { QueryClient } from '@tanstack/react-query'
import { matchPath } from 'react-router-dom'
import { mediaQueries } from '@/hooks/queries/media'
import { photoQueries } from '@/hooks/queries/photos'
import { profileQueries } from '@/hooks/queries/profile'
import { projectQueries } from '@/hooks/queries/projects'
import { videoQueries } from '@/hooks/queries/videos'
import { route } from '@/lib/paths'
import { furtherPages } from './furtherPages'

/** What is known of a page somebody is about to open. */
type Visit = { client: QueryClient; userId: string; projectId: string; search: string }

type PageAhead = {
  path: string
  code: () => Promise<unknown>
  /** The first thing the page asks for; what is fresh is not asked for again. */
  ask?: (visit: Visit) => Promise<unknown>
}

/**
 * The pages that can be fetched before they are opened: their code, and what they ask first.
 * The more exact path comes first.
 */
const PAGES: readonly PageAhead[] = [
  { path: route.newProject, code: furtherPages.newProject },
  {
    path: route.projects,
    code: furtherPages.projects,
    // A filtered list is a page's own affair: most links lead to the whole one.
    ask: async ({ client, userId, search }) =>
      search === '' && client.prefetchQuery(projectQueries.list(userId, { page: 0 })),
  },
  {
    path: route.project,
    code: furtherPages.project,
    ask: ({ client, userId, projectId }) =>
      Promise.all([
        client.prefetchQuery(projectQueries.detail(userId, projectId)),
        client.prefetchQuery(videoQueries.ofProject(userId, projectId)),
        client.prefetchQuery(photoQueries.ofProject(userId, projectId)),
      ]),
  },
  {
    path: route.media,
    code: furtherPages.media,
    ask: ({ client, userId }) => client.prefetchQuery(mediaQueries.library(userId)),
  },
  {
    path: route.queue,
    code: furtherPages.queue,
    ask: ({ client, userId }) => client.prefetchQuery(videoQueries.queue(userId)),
  },
  {
    path: route.settings,
    code: furtherPages.settings,
    ask: ({ client, userId }) => client.prefetchQuery(profileQueries.me(userId)),
  },
  {
    path: route.billing,
    code: furtherPages.billing,
    ask: ({ client, userId }) => client.prefetchQuery(profileQueries.me(userId)),
  },
]

/** Fetch the code and the first answers of the page at this address. Never rejects: a page that is opened says it itself. */
export async function fetchAhead(url: URL, client: QueryClient, userId: string): Promise<void> {
  for (const { path, code, ask } of PAGES) {
    const match = matchPath(path, url.pathname)
    if (!match) continue
    const visit = { client, userId, projectId: match.params.projectId ?? '', search: url.search }
    await Promise.allSettled([code(), ask?.(visit)])
    return
  }
}
