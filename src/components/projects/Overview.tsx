import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback } from 'react'
import { isLive, type Video } from '@/domain/video'
import { projectQueries } from '@/hooks/queries/projects'
import { videoQueries } from '@/hooks/queries/videos'
import { InProgress } from './InProgress'
import { RecentFilms } from './RecentFilms'

/** The charts are large and nobody waits for them. */
const UsagePanel = lazy(async () => ({ default: (await import('./UsagePanel')).UsagePanel }))

const LIVE_SHOWN = 3
const RECENT_SHOWN = 6

/** What a person came back for, above the list of everything: films being made, new films, what is used. */
export function Overview({ userId }: { userId: string }) {
  const { live, recent } = useNews(userId)
  const ids = [...new Set([...live, ...recent].map(({ projectId }) => projectId))]
  const { data: projects } = useQuery(projectQueries.some(userId, ids))
  const titles = new Map(projects?.map(({ id, title }) => [id, title]))
  return (
    <div className="mb-10 grid gap-8">
      {live.length > 0 && <InProgress userId={userId} films={live} titles={titles} />}
      {recent.length > 0 && <RecentFilms userId={userId} films={recent} titles={titles} />}
      <Suspense fallback={<div className="skeleton h-15 rounded-card" />}>
        <UsagePanel userId={userId} />
      </Suspense>
    </div>
  )
}

/** Films that are being made, and the newest finished one of each project. */
function useNews(userId: string): { live: Video[]; recent: Video[] } {
  const { data } = useQuery({
    ...videoQueries.queue(userId),
    select: useCallback((videos: Video[]) => newsOf(videos), []),
  })
  return data ?? NOTHING
}
const NOTHING = { live: [], recent: [] }

function newsOf(videos: readonly Video[]) {
  const finished = new Map<string, Video>()
  for (const video of videos)
    if (video.status === 'completed' && video.thumbnailPath !== null && !finished.has(video.projectId))
      finished.set(video.projectId, video)
  return {
    live: videos.filter(({ status }) => isLive(status)).slice(0, LIVE_SHOWN),
    recent: [...finished.values()].slice(0, RECENT_SHOWN),
  }
}
