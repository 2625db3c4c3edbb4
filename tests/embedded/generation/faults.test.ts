import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS, type Video } from '@/domain/video'
import type { OpenLeasePort } from '@/generation/lease'
import type { LeaseCommand } from '@/generation/leaseLoop'
import type { Render, RunEvent } from '@/generation/runGeneration'
import { oneLock, testRender } from './testRender'
import { draftWith, prepareInNode, startWorld, type World } from './world'

// Rows of docs/faults.md: what befalls a film while it is made, with the real queue and a line that can be cut.

let world: World
let videos: typeof import('@/data/videos')
let shortages: typeof import('@/generation/shortage')
let runGeneration: typeof import('@/generation/runGeneration').runGeneration
let startRunner: typeof import('@/generation/runner').startRunner
let submitDraft: typeof import('@/generation/submitDraft').submitDraft
let createLeaseLoop: typeof import('@/generation/leaseLoop').createLeaseLoop
let RenderError: typeof import('@/lib/errors').RenderError
let userId: string
let video: Video

beforeAll(async () => {
  world = await startWorld()
  videos = await import('@/data/videos')
  shortages = await import('@/generation/shortage')
  ;({ runGeneration } = await import('@/generation/runGeneration'))
  ;({ startRunner } = await import('@/generation/runner'))
  ;({ submitDraft } = await import('@/generation/submitDraft'))
  ;({ createLeaseLoop } = await import('@/generation/leaseLoop'))
  ;({ RenderError } = await import('@/lib/errors'))
  // So many films in a month as the rounds below need.
  await world.server.sql('update public.plans set monthly_videos = 1000')
})
afterAll(() => world.close())
beforeEach(async () => {
  world.line.heal()
  world.line.seen.length = 0
  localStorage.clear()
  await world.server.reset()
  userId = await world.newPerson()
  video = await queueFilm()
})
let stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

async function queueFilm(): Promise<Video> {
  const { draft, readFile } = draftWith(2)
  const options = { signal: new AbortController().signal, onProgress: () => {}, prepare: prepareInNode }
  return (await submitDraft(draft, readFile, options)).video
}

/** The loop of the worker, without the worker that Node has not. */
const openLease: OpenLeasePort = ({ event }) => ({ post: createLeaseLoop(event), close: () => undefined })

/** A device that can be put to sleep: its lease worker neither beats nor obeys, its renderer waits. */
function device() {
  let asleep = false
  let wakeRenderer = () => {}
  const loops: { obey: (command: LeaseCommand) => void; start: LeaseCommand }[] = []
  const missed: (() => void)[] = []
  const open: OpenLeasePort = ({ event }) => {
    const obey = createLeaseLoop(event)
    return {
      close: () => undefined,
      post: (command) => {
        if (command.type === 'start') loops.push({ obey, start: command })
        if (asleep) missed.push(() => obey(command))
        else obey(command)
      },
    }
  }
  return {
    openLease: open,
    rendered: new Promise<void>((resolve) => (wakeRenderer = resolve)),
    finishRendering: () => wakeRenderer(),
    sleep: () => {
      asleep = true
      for (const { obey } of loops) obey({ type: 'stop' })
    },
    wake: () => {
      asleep = false
      for (const { obey, start } of loops) obey(start)
      for (const obey of missed.splice(0)) obey()
    },
  }
}

const forever = new Promise<never>(() => undefined)
const run = (parts: Partial<Parameters<typeof runGeneration>[0]> = {}) =>
  runGeneration({
    worker: 'test',
    signal: new AbortController().signal,
    openLease,
    render: testRender().render,
    ...parts,
  })
const start = (render: Render, worker = 'tab') => {
  const stop = startRunner(userId, { worker, parts: { render, openLease } })
  stops.push(stop)
  return stop
}
const now = async (id = video.id): Promise<Video> => {
  const found = await videos.findVideo(id)
  if (!found) throw new Error(`No film ${id}`)
  return found
}
const status = async () => (await now()).status
const films = () => world.count("storage.objects where bucket_id = 'videos' and name like '%.mp4'")
const unitsOfQuota = async (person = userId) => {
  const [row] = await world.server.sql<{ videos: number }>(
    'select videos from public.usage_counters where user_id = $1',
    [person],
  )
  return row?.videos ?? 0
}
const notices = async (person = userId) =>
  (
    await world.server.sql<{ kind: string }>('select kind from public.notifications where user_id = $1', [
      person,
    ])
  ).map(({ kind }) => kind)
const passLease = () =>
  world.server.sql("update public.generated_videos set lease_until = now() - interval '1 hour'")

test('F26: photos that could not be read are named in the film’s own row', async () => {
  const { render, requests } = testRender(undefined, 1)
  expect(await run({ render })).toBe('completed')
  const [left] = requests[0]?.photos ?? []
  expect((await now()).skippedPhotoIds).toEqual([left?.id])
  const [listed] = await videos.listProjectVideos(video.projectId)
  expect(listed?.skippedPhotoIds).toEqual([left?.id])
})

test('F27: a film that is killed while it is uploaded is one film, told once, paid once', async () => {
  vi.stubGlobal('navigator', { locks: oneLock() })
  // The tab is gone with half of the film on its way, and nobody said so.
  const dead = await videos.claimGeneration('dead tab')
  const key = { jobId: video.id, token: dead?.token ?? '' }
  const film = new Blob([Buffer.alloc(40_000, 7)], { type: 'video/mp4' })
  const path = await videos.reserveOutput(key, film)
  const { rememberRunning } = await import('@/generation/runningJob')
  rememberRunning(userId, key)
  const began = performance.now()
  start(testRender().render, 'next tab')
  await vi.waitFor(async () => expect(await now()).toMatchObject({ attempt: 2 }), 2000)
  console.info(`taken over after ${Math.round(performance.now() - began)} ms`)
  await vi.waitFor(async () => expect(await status()).toBe('completed'), 20_000)
  expect((await now()).storagePath).not.toBe(path)
  expect([await films(), await notices(), await unitsOfQuota()]).toEqual([1, ['video_completed'], 1])
})

const UPLOAD = /PUT .*sign\/videos\/.*\.mp4/
test.each(['rendered', 'uploaded'])(
  'F29: a device that slept for an hour while it %s asks first when it wakes, and does nothing more',
  async (doing) => {
    const sleeper = device()
    const { render } = testRender(sleeper.rendered)
    if (doing === 'uploaded') {
      world.line.fail(UPLOAD, 'hang')
      sleeper.finishRendering()
    }
    const sleeping = run({ render, openLease: sleeper.openLease, worker: 'sleeper' })
    const isUploading = () => world.line.seen.some((one) => UPLOAD.test(one))
    await vi.waitUntil(
      async () => (doing === 'uploaded' ? isUploading() : (await now()).progressPercentage > 40),
      { timeout: 10_000 },
    )
    sleeper.sleep()
    // A heartbeat that had left already may still renew the lease.
    await vi.waitUntil(
      async () => {
        await passLease()
        return (await run({ worker: 'another device' })) === 'completed'
      },
      { timeout: 15_000 },
    )
    const film = await now()
    world.line.heal()
    world.line.seen.length = 0
    sleeper.wake()
    sleeper.finishRendering()
    expect(await sleeping).toBe('lost')
    expect(world.line.seen[0]).toContain('heartbeat_generation')
    expect(world.line.seen.filter((one) => /reserve|complete|fail_|release|upload/.test(one))).toEqual([])
    expect(await now()).toEqual(film)
    expect([film.attempt, await films(), await notices()]).toEqual([2, 1, ['video_completed']])
  },
)

test('F33: a full disk gives the film back, says what it needs, and costs neither the attempt nor the film', async () => {
  let room = false
  const { render } = testRender()
  const full: Render = (request, options) =>
    room
      ? render(request, options)
      : Promise.reject(new RenderError('storage_full', 'no room', { bytesNeeded: 88_000_000 }))
  start(full)
  await vi.waitFor(() => expect(shortages.shortage()).toEqual({ bytesNeeded: 88_000_000 }), 20_000)
  await vi.waitFor(async () => expect(await status()).toBe('queued'), 5000)
  expect(await now()).toMatchObject({ attempt: 1, maxAttempts: 6, errorCode: null })
  expect([await notices(), await unitsOfQuota()]).toEqual([[], 1])
  // Nobody tries it over and over.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect((await now()).attempt).toBe(1)
  room = true
  shortages.endShortage()
  await vi.waitFor(async () => expect(await status()).toBe('completed'), 20_000)
  expect([await films(), await notices(), await unitsOfQuota()]).toEqual([1, ['video_completed'], 1])
})

test('F34: the attempt after one that was lost is made with less memory, after one that was given back it is not', async () => {
  const { render, requests } = testRender()
  const stop = new AbortController()
  const closed = run({ render: testRender(forever).render, signal: stop.signal })
  await vi.waitFor(async () => expect(await status()).toBe('processing'))
  stop.abort()
  expect(await closed).toBe('released')
  expect(await run({ render })).toBe('completed')
  await videos.enqueueGeneration(video.projectId, randomUUID(), DEFAULT_SETTINGS)
  await videos.claimGeneration('a device that goes off')
  await world.server.sql("update public.generated_videos set lease_until = now() where status = 'processing'")
  expect(await run({ render })).toBe('completed')
  expect(requests.map(({ memory }) => memory)).toEqual(['plenty', 'little'])
})

test('F34: after five tabs that died of it a film fails, is paid back and told once', async () => {
  vi.stubGlobal('navigator', { locks: oneLock() })
  const { releaseForgotten, rememberRunning } = await import('@/generation/runningJob')
  for (let attempt = 1; attempt <= 5; attempt++) {
    const claim = await videos.claimGeneration(`tab ${attempt}`)
    expect(claim?.video.attempt).toBe(attempt)
    // It dies: what it was making stays remembered, and the next tab finds it.
    rememberRunning(userId, { jobId: video.id, token: claim?.token ?? '' })
    if (attempt < 5) await releaseForgotten(userId)
  }
  start(testRender().render, 'the sixth')
  await vi.waitFor(async () => expect(await status()).toBe('failed'), 10_000)
  expect(await now()).toMatchObject({ attempt: 5, errorCode: 'worker_lost' })
  expect([await films(), await notices(), await unitsOfQuota()]).toEqual([0, ['video_failed'], 0])
})

test('F35: signing out ends the work within a second and gives the film back', async () => {
  const { render } = testRender(forever)
  let ended = 0
  const stop = start(async (request, options) => {
    options.signal.addEventListener('abort', () => (ended = performance.now()))
    return render(request, options)
  })
  await vi.waitFor(async () => expect((await now()).progressPercentage).toBeGreaterThan(40), 20_000)
  const began = performance.now()
  // As useAuthSync does: the page is nobody's, so nobody's films are made.
  const leaving = world.signOut()
  stop()
  await vi.waitFor(async () => {
    const [row] = await world.server.sql<{ status: string }>('select status from public.generated_videos')
    expect(row?.status).toBe('queued')
  }, 1000)
  await leaving
  console.info(
    `ended after ${Math.round(ended - began)} ms, given back after ${Math.round(performance.now() - began)} ms`,
  )
  expect(ended - began).toBeLessThan(1000)
})

test('F36: cancelled while it completes, a film is either, in the page as in the database', async () => {
  const { syncCache } = await import('@/hooks/useRealtimeSync')
  const { videoQueries } = await import('@/hooks/queries/videos')
  const { cancelOptions } = await import('@/hooks/queries/videoMutations')
  const client = new QueryClient()
  const queue = new QueryObserver(client, videoQueries.queue(userId))
  stops.push(
    syncCache(client, userId),
    queue.subscribe(() => {}),
  )
  const outcomes: string[] = []
  let id = video.id
  for (let round = 0; round < 12; round++) {
    if (round > 0) {
      id = (await videos.enqueueGeneration(video.projectId, randomUUID(), DEFAULT_SETTINGS)).id
    }
    const claim = await videos.claimGeneration('tab')
    const key = { jobId: id, token: claim?.token ?? '' }
    const file = new Blob([Buffer.alloc(4000, 7)], { type: 'video/mp4' })
    const path = await videos.reserveOutput(key, file)
    const { uploadObject } = await import('@/data/upload')
    await uploadObject('videos', path, file, { signal: new AbortController().signal })
    const facts = {
      path,
      thumbnailPath: null,
      width: 640,
      height: 360,
      durationSeconds: 5,
      skippedPhotoIds: [],
    }
    const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
    const complete = () => videos.completeGeneration(key, facts)
    // Now the one is ahead, now the other, now chance decides.
    const ahead = ['cancel', 'complete', 'nobody'][round % 3]
    const cancel = () => client.getMutationCache().build(client, cancelOptions(client, userId)).execute(id)
    const [cancelled, completed] = await Promise.allSettled([
      wait(ahead === 'cancel' ? 0 : ahead === 'nobody' ? 15 * Math.random() : 60).then(cancel),
      wait(ahead === 'complete' ? 0 : ahead === 'nobody' ? 15 * Math.random() : 60).then(complete),
    ])
    const winners = [cancelled, completed].filter((one) => one.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    const row = await now(id)
    expect(row.status).toBe(completed.status === 'fulfilled' ? 'completed' : 'cancelled')
    await vi.waitFor(() => {
      const shown = queue.getCurrentResult().data?.find((film) => film.id === id)
      expect(shown).toEqual(row)
    }, 10_000)
    outcomes.push(row.status)
  }
  const completedFilms = outcomes.filter((one) => one === 'completed').length
  console.info(`${completedFilms} completed, ${outcomes.length - completedFilms} cancelled`)
  expect(new Set(outcomes).size).toBe(2)
  expect(await unitsOfQuota()).toBe(completedFilms)
  expect((await notices()).filter((kind) => kind === 'video_completed')).toHaveLength(completedFilms)
})

test('F37: an editor whose project is deleted stops at the next heartbeat, and is told why', async () => {
  const editor = await world.newPerson()
  await world.server.sql(
    `insert into public.project_members (project_id, user_id, role) values ($1, $2, 'editor')`,
    [video.projectId, editor],
  )
  const theirs = { ...DEFAULT_SETTINGS, cut: '10s', durationSeconds: 10 }
  await videos.enqueueGeneration(video.projectId, randomUUID(), theirs)
  const events: RunEvent[] = []
  // Nobody tells the tab: only its own heartbeat finds out.
  const running = run({ render: testRender(forever).render, onEvent: (event) => void events.push(event) })
  await vi.waitFor(() => expect(events.some(({ type }) => type === 'progress')).toBe(true), 10_000)
  const began = performance.now()
  await world.server.sql('delete from public.video_projects where id = $1', [video.projectId])
  expect(await running).toBe('lost')
  const seconds = (performance.now() - began) / 1000
  console.info(`stopped after ${seconds.toFixed(1)} s`)
  expect(seconds).toBeLessThan(11)
  expect([await notices(editor), await unitsOfQuota(editor)]).toEqual([['membership_ended'], 0])
  const { listNotifications } = await import('@/data/notifications')
  const { noticeWords } = await import('@/hooks/noticeWords')
  const told = await listNotifications(editor, null)
  expect(told.notifications.map((notice) => noticeWords(notice).text)).toEqual([
    '“A test film” is no longer shared with you',
  ])
})
