import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Music } from '@/domain/music'
import { DEFAULT_SETTINGS, type GenerationSettings, type Video } from '@/domain/video'
import type { OpenLeasePort } from '@/generation/lease'
import type { Render, RunEvent } from '@/generation/runGeneration'
import { oneLock, testRender } from './testRender'
import { draftWith, draftWithTrack, prepareInNode, startWorld, type World } from './world'
import { filmWishes } from '@/generation/filmWishes'
import { directFilm } from '@/story/directFilm'

let world: World
let submitDraft: typeof import('@/generation/submitDraft').submitDraft
let runGeneration: typeof import('@/generation/runGeneration').runGeneration
let startRunner: typeof import('@/generation/runner').startRunner
let videos: typeof import('@/data/videos')
let openLease: OpenLeasePort
let errors: typeof import('@/lib/errors')
let userId: string
let video: Video

beforeAll(async () => {
  world = await startWorld()
  ;({ submitDraft } = await import('@/generation/submitDraft'))
  ;({ runGeneration } = await import('@/generation/runGeneration'))
  ;({ startRunner } = await import('@/generation/runner'))
  videos = await import('@/data/videos')
  errors = await import('@/lib/errors')
  const { createLeaseLoop } = await import('@/generation/leaseLoop')
  // The loop of the worker, without the worker that Node has not.
  openLease = ({ event }) => ({ post: createLeaseLoop(event), close: () => undefined })
})
afterAll(() => world.close())
beforeEach(async () => {
  world.line.heal()
  localStorage.clear()
  await world.server.reset()
  userId = await world.newPerson()
  video = (await queueFilm()).video
})

const queueFilm = async () => {
  const { draft, readFile } = draftWith(2)
  return submitDraft(draft, readFile, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    prepare: prepareInNode,
  })
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
const read = async (id: string): Promise<Video> => {
  const found = await videos.findVideo(id)
  if (!found) throw new Error(`No film ${id}`)
  return found
}
const now = () => read(video.id)
const films = () => world.count("storage.objects where bucket_id = 'videos' and name like '%.mp4'")

describe('what a film is made of', () => {
  const queue = (settings: GenerationSettings) =>
    videos.enqueueGeneration(video.projectId, randomUUID(), settings)

  test('every cut of a project is a job of its own, with its own length and shape, from the same photos', async () => {
    const tall = { ...DEFAULT_SETTINGS, cut: '10s-9x16', durationSeconds: 10, aspectRatio: '9:16' } as const
    const small = { resolution: '720p', format: 'small', fps: 60, cut: '6s-1x1', durationSeconds: 6 } as const
    await queue(tall)
    await queue({ ...small, aspectRatio: '1:1' })
    const { render, requests } = testRender()
    for (let film = 0; film < 3; film++) expect(await run({ render })).toBe('completed')
    const made = requests.map(({ format, storyboard: { width, height, fps, frameCount } }) => {
      return { format, width, height, fps, seconds: frameCount / fps }
    })
    expect(made).toEqual([
      { format: 'everywhere', width: 1920, height: 1080, fps: 30, seconds: 5 },
      { format: 'everywhere', width: 1080, height: 1920, fps: 30, seconds: 10 },
      { format: 'small', width: 720, height: 720, fps: 60, seconds: 6 },
    ])
    const files = requests.map(({ photos }) => photos.map(({ id, contentHash }) => [id, contentHash]))
    expect(files[1]).toEqual(files[0])
    expect(files[2]).toEqual(files[0])
    expect(files[0]?.every(([, hash]) => /^[0-9a-f]{64}$/.test(hash ?? ''))).toBe(true)
    const ended = await videos.listProjectVideos(video.projectId)
    expect(ended.map(({ cut, status }) => `${cut} ${status}`).sort()).toEqual([
      '10s-9x16 completed',
      '6s-1x1 completed',
      'main completed',
    ])
  })

  test('a film is what it was asked to be, to the frame, whatever people change while it waits', async () => {
    await videos.cancelGeneration(video.id)
    const { directPhoto, listPhotos, movePhoto, removePhoto } = await import('@/data/photos')
    const { getProject } = await import('@/data/projects')
    const [first, second] = await listPhotos(video.projectId)
    if (!first || !second) throw new Error('There are two photos')
    const card = { text: 'By the sea', subtitle: '', seconds: 1.5, side: 'before' as const }
    const focus = { x: 0.2, y: 0.2, width: 0.3, height: 0.3 }
    await directPhoto(second, { card, focus, entrance: 'wipe', holdSeconds: 1.25 })
    const seen = directFilm(
      filmWishes(
        await getProject(video.projectId),
        await listPhotos(video.projectId),
        DEFAULT_SETTINGS,
        null,
      ),
    )
    await queue(DEFAULT_SETTINGS)
    await directPhoto(second, { card: null, focus: null, entrance: null, holdSeconds: null })
    await movePhoto(second, 'Zz')
    await world.server.sql(`update public.video_projects set style = 'vintage', title = 'Another'`)
    const { render, requests } = testRender()
    expect(await run({ render })).toBe('completed')
    expect(requests[0]?.storyboard).toEqual(seen)
    expect(seen.overlays.some(({ text }) => text === 'By the sea')).toBe(true)

    await queue(DEFAULT_SETTINGS)
    await removePhoto(first)
    await run({ render })
    const shown = new Set(
      requests[1]?.storyboard.shots.flatMap(({ panels }) => panels.map((one) => one.photoId)),
    )
    expect([...shown]).toEqual([second.id])
    expect(requests[1]?.storyboard.style).toBe('vintage')
  })

  test('a score that the project wishes for is written for exactly this film, and none where it wishes for none', async () => {
    const play = (music: Music) =>
      world.server.sql(`update public.video_projects set music = '${JSON.stringify(music)}'`)
    await videos.cancelGeneration(video.id)
    await play({ kind: 'score', mood: 'wide', seed: 7 })
    await queue(DEFAULT_SETTINGS)
    const { render, requests } = testRender()
    await run({ render })
    await play({ kind: 'none' })
    await queue(DEFAULT_SETTINGS)
    await run({ render })
    expect(requests[0]?.storyboard.soundtrack).toMatchObject({ kind: 'score', mood: 'wide', seed: 7 })
    expect(requests[0]?.score).not.toBeNull()
    expect(requests[1]?.storyboard.soundtrack).toEqual({ kind: 'none' })
    expect(requests[1]).toMatchObject({ score: null, readTrack: null })
  })

  test('a track is read when the film needs it; one that was deleted gives way to a score', async () => {
    const { draft, readFile } = draftWithTrack(2)
    const options = { signal: new AbortController().signal, onProgress: () => {}, prepare: prepareInNode }
    await submitDraft(draft, readFile, options)
    const { render, requests } = testRender()
    await run({ render })
    await run({ render })
    const { storyboard, readTrack } = requests[1] ?? {}
    expect(storyboard?.soundtrack).toMatchObject({ kind: 'track', trackId: draft.track?.id })
    const sound = await readTrack?.()
    expect(sound?.size).toBe(draft.track?.facts.bytes)
    expect(await sound?.slice(0, 3).text()).toBe('ID3')

    const { findTrack, removeTrack } = await import('@/data/audioTracks')
    const track = await findTrack(draft.track?.id ?? '')
    if (track) await removeTrack(track)
    await videos.enqueueGeneration(draft.id, randomUUID(), DEFAULT_SETTINGS)
    await run({ render })
    expect(requests[2]?.storyboard.soundtrack.kind).toBe('score')
    expect(requests[2]?.readTrack).toBeNull()
  })

  test('a track whose file storage has lost gives way to a score as well', async () => {
    const { draft, readFile } = draftWithTrack(1)
    const options = { signal: new AbortController().signal, onProgress: () => {}, prepare: prepareInNode }
    await submitDraft(draft, readFile, options)
    const { findTrack } = await import('@/data/audioTracks')
    const { removeObjects } = await import('@/data/media')
    const track = await findTrack(draft.track?.id ?? '')
    await world.server.sql(`delete from storage.objects where name like '%.mp3'`)
    if (track) await removeObjects('media', [track.storagePath])
    const { render, requests } = testRender()
    await run({ render })
    await run({ render })
    expect(requests[1]?.storyboard.soundtrack.kind).toBe('score')
    expect(requests[1]?.readTrack).toBeNull()
  })
})

describe('making a film', () => {
  test('claims, renders, uploads and completes the queued film', async () => {
    const { render, discarded, read } = testRender()
    const events: RunEvent[] = []
    expect(await run({ render, onEvent: (event) => void events.push(event) })).toBe('completed')
    expect(read).toHaveLength(2)
    expect(discarded).toHaveBeenCalledOnce()
    expect(await now()).toMatchObject({
      status: 'completed',
      progressPercentage: 100,
      width: 1920,
      height: 1080,
      durationSeconds: 5,
      bytes: 40_009,
      mimeType: 'video/mp4',
    })
    const percents = events.flatMap((event) => (event.type === 'progress' ? [event.progress.percent] : []))
    expect(percents).toEqual([...percents].sort((a, b) => a - b))
    expect(events.map(({ type }) => type).filter((type) => type !== 'progress')).toEqual([
      'claimed',
      'completed',
      'ended',
    ])
    expect(await run()).toBe('none')
  })

  test('of two that claim at the same instant one gets the film', async () => {
    const outcomes = await Promise.all([run(), run({ worker: 'other' })])
    expect(outcomes.sort()).toEqual(['completed', 'none'])
    expect(await films()).toBe(1)
  })

  test('tells the progress while it renders', async () => {
    const stop = new AbortController()
    const running = run({ render: testRender(forever).render, signal: stop.signal })
    await vi.waitFor(async () => expect((await now()).progressPercentage).toBeGreaterThan(40), 20_000)
    expect(await now()).toMatchObject({ status: 'processing', stage: 'rendering' })
    stop.abort()
    expect(await running).toBe('released')
  })

  test('stops within a second of being cancelled when it hears of a change', async () => {
    let heard = () => {}
    const { render } = testRender(forever)
    const running = run({ render, onEvent: (event) => event.type === 'claimed' && ({ heard } = event) })
    await vi.waitFor(async () => expect((await now()).status).toBe('processing'))
    await videos.cancelGeneration(video.id)
    const began = performance.now()
    heard()
    expect(await running).toBe('lost')
    expect(performance.now() - began).toBeLessThan(1000)
    expect((await now()).status).toBe('cancelled')
    expect(await films()).toBe(0)
  })

  test('drops its work when another attempt has the film, and leaves one film', async () => {
    let finish = () => {}
    const slow = run({ render: testRender(new Promise<void>((resolve) => (finish = resolve))).render })
    await vi.waitFor(async () => expect((await now()).status).toBe('processing'))
    // The machine slept: the lease ran out and another device took over.
    await world.server.sql("update public.generated_videos set lease_until = now() - interval '1 second'")
    expect(await run({ worker: 'another device' })).toBe('completed')
    finish()
    expect(await slow).toBe('lost')
    expect(await films()).toBe(1)
    expect(await now()).toMatchObject({ status: 'completed', attempt: 2 })
  })

  test('puts the film back in the queue when the encoder fails', async () => {
    const broken = () => Promise.reject(new errors.RenderError('encoder_failed', 'Codec reclaimed'))
    expect(await run({ render: broken })).toBe('failed')
    expect(await now()).toMatchObject({ status: 'queued', errorCode: 'encoder_failed', attempt: 1 })
  })

  test('ends the film with its reason when another attempt would fail as well', async () => {
    const broken = () => Promise.reject(new errors.RenderError('unsupported_codec', 'No encoder'))
    expect(await run({ render: broken })).toBe('failed')
    expect(await now()).toMatchObject({
      status: 'failed',
      errorCode: 'unsupported_codec',
      errorMessage: 'No encoder',
    })
    const again = await videos.retryGeneration(video.id)
    expect(again.status).toBe('queued')
    expect(await run()).toBe('completed')
  })

  test('delivers in spite of lost answers and a failing server', async () => {
    world.line.fail(/GET .*object\/media/, { status: 500 }, 1)
    world.line.fail(/POST .*reserve_output/, 'lost_answer', 1)
    world.line.fail(/PUT .*upload\/sign\/videos/, { status: 502 }, 1)
    world.line.fail(/PUT .*upload\/sign\/videos/, 'lost_answer', 1)
    world.line.fail(/POST .*complete_generation/, 'lost_answer', 1)
    expect(await run()).toBe('completed')
    expect(await films()).toBe(1)
    expect(await world.count('public.notifications')).toBe(1)
  })

  test('gives the film back at once when it is stopped', async () => {
    const stop = new AbortController()
    const running = run({ render: testRender(forever).render, signal: stop.signal })
    await vi.waitFor(async () => expect((await now()).status).toBe('processing'))
    stop.abort()
    expect(await running).toBe('released')
    expect(await now()).toMatchObject({ status: 'queued', leaseUntil: null })
    expect(await run()).toBe('completed')
  })

  test('stopped while the line is down, it ends at once as well', async () => {
    const stop = new AbortController()
    const onEvent = (event: RunEvent) => {
      if (event.type === 'progress' && event.progress.stage === 'uploading') world.line.goOffline()
    }
    const running = run({ signal: stop.signal, onEvent })
    await vi.waitFor(() => expect(world.line.seen.at(-1)).toContain('heartbeat'), 20_000)
    setTimeout(() => stop.abort(), 300)
    expect(await running).toBe('released')
    world.line.heal()
    expect(await films()).toBe(0)
  })

  test('lets go of a film whose project was deleted', async () => {
    let heard = () => {}
    const { render } = testRender(forever)
    const running = run({ render, onEvent: (event) => event.type === 'claimed' && ({ heard } = event) })
    await vi.waitFor(async () => expect((await now()).status).toBe('processing'))
    const { deleteProject } = await import('@/data/projects')
    await deleteProject(video.projectId)
    heard()
    expect(await running).toBe('lost')
  })
})

describe('F48: a tab that a deploy has left behind', () => {
  afterEach(() => vi.restoreAllMocks())
  /** The page began with `index-old.js`; the host now serves one that begins with `entry`. */
  const serve = (entry: string) => {
    const ask = globalThis.fetch
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) =>
      input === '/'
        ? Promise.resolve(new Response(`<script src="${entry}"></script><div id="root"></div>`))
        : ask(input, init),
    )
    Object.assign(document, { querySelector: () => ({ getAttribute: () => '/assets/index-old.js' }) })
  }
  const broken: Render = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))

  test('F48: gives its film back instead of failing it, and makes no other', async () => {
    serve('/assets/index-new.js')
    const { isAtWork } = await import('@/lib/atWork')
    const told: [string, boolean][] = []
    const stop = startRunner(userId, {
      worker: 'old tab',
      onEvent: (event) => void told.push([event.type === 'ended' ? event.outcome : event.type, isAtWork()]),
      parts: { render: broken, openLease },
    })
    const all = [
      ['claimed', true],
      ['outdated', false],
    ]
    await vi.waitFor(() => expect(told).toEqual(all), 40_000)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(told).toEqual(all)
    expect(await now()).toMatchObject({ status: 'queued', errorCode: null })
    stop()
  })
  test('F48: fails a film for the same reason where there is no newer version', async () => {
    serve('/assets/index-old.js')
    expect(await run({ render: broken })).toBe('failed')
  })
})

describe('the runner of a tab', () => {
  let stops: (() => void)[] = []
  const start = (render: Render, worker = 'tab') => {
    const stop = startRunner(userId, { worker, parts: { render, openLease } })
    stops.push(stop)
    return stop
  }
  afterEach(() => {
    for (const stop of stops) stop()
    stops = []
  })
  const status = async () => (await now()).status
  const queueElsewhere = async () => {
    const id = randomUUID()
    await world.server.sql(
      `insert into public.generated_videos (id, project_id, user_id, request_key, settings)
       values ($1, $2, $3, gen_random_uuid(), '{"resolution": "720p"}')`,
      [id, video.projectId, userId],
    )
    return id
  }

  test('makes what is queued, and what is queued later without being asked', async () => {
    const stop = start(testRender().render)
    await vi.waitFor(async () => expect(await status()).toBe('completed'), 20_000)
    const later = await queueFilm()
    await vi.waitFor(async () => expect((await read(later.video.id)).status).toBe('completed'), 8000)
    stop()
  })

  test('hears of a film that another device has queued', async () => {
    const stop = start(testRender().render)
    await vi.waitFor(async () => expect(await status()).toBe('completed'), 20_000)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const id = await queueElsewhere()
    await vi.waitFor(async () => expect((await read(id)).status).toBe('completed'), 15_000)
    stop()
  })

  test('finds what another device has queued also while the socket cannot be had', async () => {
    world.line.blockSockets()
    const stop = start(testRender().render)
    const statuses: string[] = []
    const { listenToChanges } = await import('@/data/changes')
    stops.push(listenToChanges(userId, { onChange: () => {}, onStatus: (feed) => void statuses.push(feed) }))
    await vi.waitFor(() => expect(statuses).toContain('down'), 20_000)
    await vi.waitFor(async () => expect(await status()).toBe('completed'), 20_000)
    // Past the look around that the loss of the socket itself causes.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const id = await queueElsewhere()
    await vi.waitFor(async () => expect((await read(id)).status).toBe('completed'), 30_000)
    stop()
  })

  test('stops a cancelled film at once', async () => {
    const stop = start(testRender(forever).render)
    await vi.waitFor(async () => expect(await status()).toBe('processing'), 20_000)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await videos.cancelGeneration(video.id)
    await vi.waitFor(() => expect(localStorage.getItem(`photomemory.running.${userId}`)).toBeNull(), 2000)
    stop()
  })

  test('gives its film back when the page goes away, and goes on when the page comes back', async () => {
    let finish = () => {}
    const stop = start(testRender(new Promise<void>((resolve) => (finish = resolve))).render)
    await vi.waitFor(async () => expect(await status()).toBe('processing'), 20_000)
    world.page.dispatchEvent(new Event('pagehide'))
    await vi.waitFor(async () => expect(await status()).toBe('queued'), 1000)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(await status()).toBe('queued')
    finish()
    world.page.dispatchEvent(new Event('pageshow'))
    await vi.waitFor(async () => expect(await status()).toBe('completed'), 15_000)
    stop()
  })

  test('removes what a cut upload left behind, and nothing that is in use or still to come', async () => {
    const { reserveUpload } = await import('@/data/media')
    const { uploadObject } = await import('@/data/upload')
    const { signal } = new AbortController()
    const store = async (key: string) => {
      const file = new Blob([key], { type: 'image/jpeg' })
      const path = await reserveUpload('media', file, key)
      await uploadObject('media', path, file, { signal })
      return path
    }
    const left = await store(randomUUID())
    const coming = await store(randomUUID())
    await world.server.sql(
      `update private.uploads set expires_at = now() - interval '1 hour' where name = $1`,
      [left],
    )
    const names = async () =>
      (await world.server.sql<{ name: string }>('select name from storage.objects')).map(({ name }) => name)
    const inUse = (await names()).filter((name) => name !== left && name !== coming)
    expect(inUse).toHaveLength(4)
    start(testRender(new Promise(() => {})).render)
    await vi.waitFor(async () => expect(await names()).not.toContain(left), 8000)
    expect(await names()).toEqual(expect.arrayContaining([...inUse, coming]))
  })

  test('gives its film back on sign-out', async () => {
    const stop = start(testRender(forever).render)
    await vi.waitFor(async () => expect(await status()).toBe('processing'), 20_000)
    await world.signOut()
    stop()
    await vi.waitFor(async () => {
      const [row] = await world.server.sql<{ status: string }>('select status from public.generated_videos')
      expect(row?.status).toBe('queued')
    }, 2000)
  })

  test('gives its film back when somebody else signs in without a sign-out', async () => {
    const stop = start(testRender(forever).render)
    await vi.waitFor(async () => expect(await status()).toBe('processing'), 20_000)
    await world.newPerson()
    stop()
    await vi.waitFor(async () => {
      const [row] = await world.server.sql<{ status: string }>('select status from public.generated_videos')
      expect(row?.status).toBe('queued')
    }, 2000)
  })

  test('goes on at once with the film of a tab that died', async () => {
    vi.stubGlobal('navigator', { locks: oneLock() })
    const claim = await videos.claimGeneration('dead tab')
    const { rememberRunning } = await import('@/generation/runningJob')
    rememberRunning(userId, { jobId: video.id, token: claim?.token ?? '' })
    // Nobody who waits for the lease to run out would get the film while this test waits.
    await world.server.sql(
      `update public.generated_videos set lease_until = clock_timestamp() + interval '1 hour' where id = $1`,
      [video.id],
    )
    const stop = start(testRender().render)
    await vi.waitFor(async () => expect(await status()).toBe('completed'), 20_000)
    expect(await films()).toBe(1)
    stop()
  })

  test('of two tabs one renders, and the other takes over when it closes', async () => {
    vi.stubGlobal('navigator', { locks: oneLock() })
    const first = testRender(forever)
    const second = testRender()
    const stopFirst = start(first.render, 'first')
    const stopSecond = start(second.render, 'second')
    await vi.waitFor(() => expect(first.read).toHaveLength(2), 20_000)
    expect(second.read).toHaveLength(0)
    stopFirst()
    await vi.waitFor(async () => expect(await status()).toBe('completed'), 20_000)
    expect(await films()).toBe(1)
    stopSecond()
  })
})
