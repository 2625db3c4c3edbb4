import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Change } from '@/data/readChange'
import { DEFAULT_MUSIC } from '@/domain/music'
import { photoRowSchema } from '@/domain/photo'
import { projectSchema } from '@/domain/project'
import { videoSchema, type VideoStatus } from '@/domain/video'
import { makeQueryClient } from '@/lib/queryClient'
import { cacheSync } from './cacheSync'
import { photoQueries } from './queries/photos'
import { projectQueries } from './queries/projects'
import { videoQueries } from './queries/videos'

// 100,000 events of films, projects and photos, as no socket would ever send them: shuffled, doubled, and in the second half
// mostly old ones. In between the lists are asked for again, and every answer comes from a replica that is behind.
const EVENTS = 100_000
const ASK_EVERY = 1_000
const [FILMS, PROJECTS, PHOTOS] = [12, 6, 24]
const LAST_REV = 90

const uuid = (kind: number, n: number) =>
  `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(n).padStart(12, '0')}`
const USER = uuid(1, 0)
const time = (rev: number) => new Date(Date.UTC(2026, 0, 1) + rev * 1_000).toISOString()

let seed = 11
const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
const pick = (below: number) => Math.floor(random() * below)

const filmRow = (n: number, rev: number) => {
  const done: VideoStatus = n % 3 === 0 ? 'failed' : 'completed'
  return {
    id: uuid(2, n),
    project_id: uuid(3, n % PROJECTS),
    user_id: USER,
    cut: 'main',
    request_key: uuid(5, n),
    status: rev === 1 ? 'queued' : rev === LAST_REV ? done : 'processing',
    progress_percentage: rev === LAST_REV ? 100 : rev,
    stage: 'rendering',
    error_code: null,
    error_message: null,
    attempt: 1,
    max_attempts: 5,
    run_after: time(0),
    queued_at: time(0),
    worker: null,
    lease_until: null,
    estimated_completion_at: null,
    settings: { resolution: '1080p' },
    storage_path: null,
    thumbnail_path: null,
    mime_type: null,
    width: null,
    height: null,
    duration_seconds: null,
    bytes: null,
    skipped_photo_ids: [],
    rev,
    created_at: time(n),
    finished_at: null,
  }
}
const projectRow = (n: number, rev: number) => ({
  id: uuid(3, n),
  user_id: USER,
  title: `Title ${rev}`,
  description: '',
  style: 'classic',
  duration_seconds: 60,
  aspect_ratio: '16:9',
  music: DEFAULT_MUSIC,
  status: rev % 10 < 5 ? 'draft' : 'processing',
  rev,
  created_at: time(n),
  updated_at: time(rev),
  photos: [],
})
const photoRow = (n: number, rev: number) => ({
  id: uuid(4, n),
  project_id: uuid(3, 0),
  media_item_id: uuid(6, n),
  position: `a${(n + rev) % 10}`,
  caption: `Caption ${rev}`,
  choice: 'auto',
  rev,
})
const placedRow = (n: number, rev: number) => ({
  ...photoRow(n, rev),
  media_items: {
    id: uuid(6, n),
    user_id: USER,
    storage_path: 'a',
    thumbnail_path: null,
    original_filename: 'a.jpg',
    mime_type: 'image/jpeg',
    bytes: 1,
    width: 1,
    height: 1,
    taken_at: null,
    utc_offset_minutes: null,
    content_hash: 'c',
    created_at: time(0),
  },
})

/** A replica shows any moment up to now; at the end it has caught up. */
let behind = true
const rows = <Row>(count: number, row: (n: number, rev: number) => Row) =>
  Array.from({ length: count }, (_, n) => row(n, behind ? 1 + pick(LAST_REV) : LAST_REV))
const replica = setupServer(
  http.get('*/rest/v1/generated_videos', () => HttpResponse.json(rows(FILMS, filmRow))),
  http.get('*/rest/v1/photos', () => HttpResponse.json(rows(PHOTOS, placedRow))),
  http.get('*/rest/v1/video_projects', ({ request }) => {
    const one = new URL(request.url).searchParams.has('id')
    return HttpResponse.json(one ? rows(1, projectRow) : rows(PROJECTS, projectRow))
  }),
  http.all('*', () => HttpResponse.json([])),
)
beforeAll(() => replica.listen())
afterAll(() => replica.close())

const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

const queue = videoQueries.queue(USER)
const history = videoQueries.ofProject(USER, uuid(3, 0))
const list = projectQueries.list(USER)
const detail = projectQueries.detail(USER, uuid(3, 0))
const placed = photoQueries.ofProject(USER, uuid(3, 0))

function openPage(client: QueryClient): void {
  const seen = () => undefined
  stops.push(new QueryObserver(client, queue).subscribe(seen))
  stops.push(new QueryObserver(client, history).subscribe(seen))
  stops.push(new QueryObserver(client, list).subscribe(seen))
  stops.push(new QueryObserver(client, detail).subscribe(seen))
  stops.push(new QueryObserver(client, placed).subscribe(seen))
}

type Row = { id: string; rev: number }
/** The rows on the screen, list by list; a list that has not changed is the same array. */
function shown(client: QueryClient): (readonly Row[])[] {
  const project = client.getQueryData(detail.queryKey)
  return [
    client.getQueryData(queue.queryKey) ?? [],
    client.getQueryData(history.queryKey) ?? [],
    client.getQueryData(list.queryKey)?.projects ?? [],
    project ? single(project) : [],
    client.getQueryData(placed.queryKey) ?? [],
  ]
}
const singles = new WeakMap<Row, Row[]>()
function single(row: Row): Row[] {
  const rows = singles.get(row) ?? [row]
  singles.set(row, rows)
  return rows
}

function randomChange(late: boolean): Change {
  const rev = 1 + pick(late ? LAST_REV / 3 : LAST_REV)
  const kind = pick(3)
  if (kind === 0) {
    const video = videoSchema.parse(filmRow(pick(FILMS), rev))
    return { table: 'generated_videos', id: video.id, deleted: false, video }
  }
  if (kind === 1) {
    const project = projectSchema.parse(projectRow(pick(PROJECTS), rev))
    return { table: 'video_projects', id: project.id, deleted: false, project }
  }
  const photo = photoRowSchema.parse(photoRow(pick(PHOTOS), rev))
  return { table: 'photos', id: photo.id, deleted: false, photo }
}

test('100,000 shuffled, doubled and late events, with answers from a replica that is behind: nothing ever goes back', async () => {
  const client = makeQueryClient()
  openPage(client)
  const { onChange, stop } = cacheSync(client, USER)
  stops.push(stop)
  await client.refetchQueries()

  let before = shown(client)
  let [regressions, advances] = [0, 0]
  const look = () => {
    const now = shown(client)
    for (const [at, rows] of now.entries()) {
      const old = before[at] ?? []
      if (old === rows) continue
      const revs = new Map(rows.map(({ id, rev }) => [id, rev]))
      for (const { id, rev } of old) {
        const shownRev = revs.get(id) ?? 0
        if (shownRev < rev) regressions++
        if (shownRev > rev) advances++
      }
    }
    before = now
  }
  let last = randomChange(false)
  for (let n = 0; n < EVENTS; n++) {
    if (random() > 0.2) last = randomChange(n > EVENTS / 2)
    onChange(last)
    look()
    if (n % ASK_EVERY === 0) {
      await client.refetchQueries()
      look()
    }
  }
  behind = false
  await client.refetchQueries()
  look()
  expect(regressions).toBe(0)
  expect(advances, 'and what was new did arrive').toBeGreaterThan(FILMS + PROJECTS + PHOTOS)
  expect(new Set(shown(client).flatMap((rows) => rows.map(({ rev }) => rev)))).toEqual(new Set([LAST_REV]))
}, 120_000)
