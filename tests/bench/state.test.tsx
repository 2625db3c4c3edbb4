import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  ADA,
  film,
  oneStepAmong,
  openDashboard,
  openDialog,
  quietWorld,
  typeInDraft,
  typeInProject,
} from '@/app/renderScenes.fixture'
import type { Video } from '@/domain/video'
import { cacheSync } from '@/hooks/cacheSync'
import { filmsOfProject } from '@/hooks/queries/filmsOfProject'
import { videoQueries } from '@/hooks/queries/videos'

const CARDS = 1_000
const EVENTS = 20_000

beforeEach(quietWorld)
afterEach(() => {
  vi.restoreAllMocks()
})

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, times) => sum + times, 0)
const rate = (events: number, milliseconds: number) =>
  `${Math.round((events * 1_000) / milliseconds).toLocaleString('en')} events/s`

const highestRev = (videos: readonly Video[] = []) => Math.max(...videos.map(({ rev }) => rev))

/** Steps of films in any order, each newer than the last of the same film. */
function* steps(count: number): Generator<Video> {
  const at = Array.from({ length: CARDS }, () => 10)
  for (let n = 0; n < count; n++) {
    const which = (n * 617) % CARDS
    at[which] = (at[which] ?? 10) + 1
    yield { ...film(which, at[which] % 100), rev: at[which] + 1_000 }
  }
}

test('re-renders', async () => {
  const project = await typeInProject()
  const draft = await typeInDraft()
  const scenes = {
    'a letter in the title of a project': project.next,
    'the first letter, which makes it unsaved': project.first,
    'a letter in the title of a draft': draft.next,
    'the first letter of a draft': draft.first,
    [`a step of one film among ${CARDS} cards`]: await oneStepAmong(CARDS),
    'opening the share dialog': await openDialog(),
  }
  expect(project.next.commits).toBe(1)
  console.log()
  console.table(
    Object.fromEntries(
      Object.entries(scenes).map(([scene, { commits, page, around }]) => [
        scene,
        { commits, 'components of the page': total(page), 'around it': total(around) },
      ]),
    ),
  )
})

test('the cache, with what 1,000 cards select from it', () => {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } })
  const queue = videoQueries.queue(ADA)
  client.setQueryData(
    queue.queryKey,
    Array.from({ length: CARDS }, (_, n) => film(n, 10)),
  )
  const stops = Array.from({ length: CARDS }, (_, n) => {
    const select = (videos: Video[]) => filmsOfProject(videos, film(n, 0).projectId)
    return new QueryObserver(client, { ...queue, select }).subscribe(() => undefined)
  })
  const { onChange, stop } = cacheSync(client, ADA)
  const measure = (events: Iterable<Video>) => {
    const all = [...events]
    const started = performance.now()
    for (const video of all) onChange({ table: 'generated_videos', id: video.id, deleted: false, video })
    return rate(all.length, performance.now() - started)
  }
  const fresh = [...steps(EVENTS / 10)]
  console.log(`new events, each told to ${CARDS} cards: ${measure(fresh)}`)
  console.log(`late and doubled events: ${measure(Array.from({ length: 10 }, () => fresh).flat())}`)
  expect(highestRev(client.getQueryData(queue.queryKey))).toBe(highestRev(fresh))
  stop()
  stops.forEach((unsubscribe) => unsubscribe())
})

test('the cache with 1,000 real cards on the screen', async () => {
  const { hear, take, close } = await openDashboard(CARDS)
  const started = performance.now()
  const events = [...steps(EVENTS / 100)]
  for (const video of events) {
    hear(video)
    await new Promise((resolve) => setTimeout(resolve))
  }
  await vi.waitFor(() => expect(take().commits).toBe(0))
  console.log(
    `rendered in jsdom, each event in a commit of its own: ${rate(events.length, performance.now() - started)}`,
  )
  close()
})
