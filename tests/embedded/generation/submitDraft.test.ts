import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Analysis } from '@/domain/analysis'
import type { SubmitEvent } from '@/generation/submitEvents'
import { draftWith, draftWithTrack, prepareInNode, startWorld, type World } from './world'

let world: World
let submitDraft: typeof import('@/generation/submitDraft').submitDraft
beforeAll(async () => {
  world = await startWorld()
  ;({ submitDraft } = await import('@/generation/submitDraft'))
})
afterAll(() => world.close())
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  await world.newPerson()
})

const submitting = (signal = new AbortController().signal) => {
  const events: SubmitEvent[] = []
  const onProgress = (event: SubmitEvent) => void events.push(event)
  return { events, options: { signal, onProgress, prepare: prepareInNode } }
}
const fractions = (events: SubmitEvent[]) =>
  events.flatMap((event) => (event.type === 'total' ? [event.fraction] : []))
const rows = async () => ({
  projects: await world.count('public.video_projects'),
  media: await world.count('public.media_items'),
  photos: await world.count('public.photos'),
  jobs: await world.count('public.generated_videos'),
  objects: await world.count('storage.objects'),
  reservations: await world.count('private.uploads'),
})
const all = (count: number) => ({
  projects: 1,
  media: count,
  photos: count,
  jobs: 1,
  objects: 2 * count,
  reservations: 0,
})

describe('whether places are kept', () => {
  /** What the re-encoding of each photo was told. */
  async function toldTo(keepLocation: boolean | null, setting: boolean) {
    await world.server.sql('update users set keep_location = $1', [setting])
    const { draft, readFile } = draftWith(2)
    const told: boolean[] = []
    const { options } = submitting()
    await submitDraft({ ...draft, keepLocation }, readFile, {
      ...options,
      prepare: (file, _facts, { keepLocation: keep }) => {
        told.push(keep)
        return prepareInNode(file)
      },
    })
    return told
  }
  test('is what the settings say at the moment of sending, when the draft says nothing', async () => {
    expect(await toldTo(null, false)).toEqual([false, false])
    expect(await toldTo(null, true)).toEqual([true, true])
  })
  test('is what the draft says, when it says something', async () => {
    expect(await toldTo(false, true)).toEqual([false, false])
    expect(await toldTo(true, false)).toEqual([true, true])
  })
  test('is asked before anything is sent: who cannot be asked sends nothing', async () => {
    const { draft, readFile } = draftWith(1)
    const { options } = submitting()
    await world.server.sql('alter table users rename column keep_location to gone')
    try {
      await expect(submitDraft(draft, readFile, options)).rejects.toThrow('load your profile')
    } finally {
      await world.server.sql('alter table users rename column gone to keep_location')
    }
    expect(await rows()).toMatchObject({ media: 0, objects: 0, reservations: 0 })
  })
})

describe('submitting a draft', () => {
  test('makes one project with its photos in order and one queued job', async () => {
    const { draft, readFile } = draftWith(5)
    const { events, options } = submitting()
    const { projectId, video } = await submitDraft(draft, readFile, options)
    expect(projectId).toBe(draft.id)
    expect(video).toMatchObject({ projectId, requestKey: draft.requestKey, status: 'queued' })
    expect(await rows()).toEqual(all(5))
    const { listPhotos } = await import('@/data/photos')
    const photos = await listPhotos(projectId)
    expect(photos.map(({ caption }) => caption)).toEqual(draft.photos.map(({ caption }) => caption))
    expect(photos.map(({ id }) => id)).toEqual(draft.photos.map(({ placementId }) => placementId))
    expect(photos.map(({ mediaItemId }) => mediaItemId)).toEqual(draft.photos.map(({ id }) => id))
    expect(events.filter(({ type }) => type === 'step')).toEqual(
      ['saving', 'uploading', 'placing', 'queueing'].map((step) => ({ type: 'step', step })),
    )
    const total = fractions(events)
    expect(total).toEqual([...total].sort((a, b) => a - b))
    expect(total.at(-1)).toBe(1)
  })

  test('twice at the same time makes everything once', async () => {
    const { draft, readFile } = draftWith(4)
    const [one, two] = await Promise.all([
      submitDraft(draft, readFile, submitting().options),
      submitDraft(draft, readFile, submitting().options),
    ])
    expect(one.video.id).toBe(two.video.id)
    expect(await rows()).toEqual(all(4))
  })

  test('again after it was done changes nothing and sends nothing', async () => {
    const { draft, readFile } = draftWith(2)
    const first = await submitDraft(draft, readFile, submitting().options)
    const before = world.line.seen.length
    const second = await submitDraft(draft, readFile, submitting().options)
    expect(second.video.id).toBe(first.video.id)
    expect(world.line.seen.slice(before).filter((request) => !request.startsWith('GET'))).toEqual([])
  })

  /** The photos in the library, once the server is through with what was on its way when the line was cut. */
  async function settledCount(): Promise<number> {
    let last = -1
    await vi.waitFor(
      async () => {
        const now = await world.count('public.media_items')
        const isSettled = now === last
        last = now
        expect(isSettled).toBe(true)
      },
      { timeout: 15_000, interval: 300 },
    )
    return last
  }

  test('goes on after a cut and sends no finished photo again', async () => {
    const { draft, readFile } = draftWith(6)
    const stop = new AbortController()
    const first = submitting(stop.signal)
    const { onProgress } = first.options
    first.options.onProgress = (event) => {
      onProgress(event)
      if (event.type === 'total' && event.donePhotos === 3) stop.abort(new Error('cut'))
    }
    await expect(submitDraft(draft, readFile, first.options)).rejects.toThrow('cut')
    const done = await settledCount()
    expect(done).toBeGreaterThanOrEqual(3)
    const before = world.line.seen.length
    await submitDraft(draft, readFile, submitting().options)
    const reservations = world.line.seen
      .slice(before)
      .filter((request) => request.includes('rpc/reserve_upload'))
    expect(reservations).toHaveLength(2 * (6 - done))
    expect(await rows()).toEqual(all(6))
  })

  test('stops within a second when cancelled, whatever it is doing', async () => {
    const { draft, readFile } = draftWith(3)
    const stop = new AbortController()
    const never = () => new Promise<never>(() => undefined)
    const running = submitDraft(draft, readFile, { ...submitting(stop.signal).options, prepare: never })
    setTimeout(() => stop.abort(new Error('cancelled')), 300)
    const began = performance.now()
    await expect(running).rejects.toThrow('cancelled')
    expect(performance.now() - began).toBeLessThan(1300)
    expect(await world.count('public.generated_videos')).toBe(0)
  })

  test('heals when the server fails and answers get lost on every step', async () => {
    const { draft, readFile } = draftWith(3)
    world.line.fail(/PUT .*upload\/sign/, { status: 500 }, 2)
    world.line.fail(/PUT .*upload\/sign/, 'lost_answer', 1)
    world.line.fail(/POST .*reserve_upload/, { status: 503 }, 1)
    world.line.fail(/POST .*media_items/, 'lost_answer', 1)
    world.line.fail(/POST .*video_projects/, 'lost_answer', 1)
    world.line.fail(/POST .*photos/, 'lost_answer', 1)
    world.line.fail(/POST .*enqueue_generation/, 'lost_answer', 1)
    const { events, options } = submitting()
    await submitDraft(draft, readFile, options)
    expect(await rows()).toEqual(all(3))
    const attempts = events.flatMap((event) =>
      event.type === 'photo' && event.state.kind === 'uploading' ? [event.state.attempt] : [],
    )
    expect(Math.max(...attempts)).toBeGreaterThan(1)
  })

  test('waits as long as the server asks', async () => {
    const { draft, readFile } = draftWith(1)
    world.line.fail(/PUT .*upload\/sign/, { status: 429, headers: { 'retry-after': '2' } })
    const began = performance.now()
    await submitDraft(draft, readFile, submitting().options)
    expect(performance.now() - began).toBeGreaterThan(2000)
  })

  test('does not try again what was refused', async () => {
    const { draft, readFile } = draftWith(1)
    world.line.fail(
      /POST .*reserve_upload/,
      { status: 402, body: { code: 'PT402', message: 'storage_quota' } },
      9,
    )
    const { events, options } = submitting()
    await expect(submitDraft(draft, readFile, options)).rejects.toMatchObject({ code: 'storage_quota' })
    expect(world.line.seen.filter((request) => request.includes('reserve_upload')).length).toBeGreaterThan(0)
    expect(events.at(-2)).toMatchObject({
      type: 'photo',
      state: { kind: 'failed', error: { code: 'storage_quota' } },
    })
  })

  test('names a photo whose file is gone and still sends the others', async () => {
    const { DraftError } = await import('@/lib/errors')
    const { draft, readFile } = draftWith(3)
    const gone = draft.photos[0]?.id
    const read = (id: string) =>
      id === gone ? Promise.reject(new DraftError('file_gone', 'photo 1.jpg is gone')) : readFile(id)
    await expect(submitDraft(draft, read, submitting().options)).rejects.toMatchObject({ code: 'file_gone' })
    expect(await rows()).toMatchObject({ media: 2, jobs: 0 })
    const rest = { ...draft, photos: draft.photos.slice(1) }
    await submitDraft(rest, read, submitting().options)
    expect(await rows()).toEqual(all(2))
  })

  test('names a photo that is refused and still sends the others; only that one is sent again', async () => {
    const { draft, readFile } = draftWith(4)
    world.line.fail(/POST .*reserve_upload/, {
      status: 415,
      body: { code: 'PT415', message: 'unsupported_type' },
    })
    const { events, options } = submitting()
    await expect(submitDraft(draft, readFile, options)).rejects.toMatchObject({ code: 'unsupported_type' })
    const last = new Map(
      events.flatMap((event) => (event.type === 'photo' ? [[event.photoId, event.state.kind]] : [])),
    )
    expect([...last.values()].toSorted()).toEqual(['done', 'done', 'done', 'failed'])
    expect(await rows()).toMatchObject({ media: 3, jobs: 0 })

    const again = submitting()
    await submitDraft(draft, readFile, again.options)
    const prepared = again.events.flatMap((event) =>
      event.type === 'photo' && event.state.kind === 'preparing' ? [event.photoId] : [],
    )
    expect(prepared).toEqual([...last].filter(([, kind]) => kind === 'failed').map(([id]) => id))
    expect(await rows()).toEqual(all(4))
  })

  test('stops the rest when the account is full, because they would fail as well', async () => {
    const { draft, readFile } = draftWith(6)
    const full = { status: 402, body: { code: 'PT402', message: 'storage_quota' } }
    world.line.fail(/POST .*reserve_upload/, full, 99)
    const { events, options } = submitting()
    await expect(submitDraft(draft, readFile, options)).rejects.toMatchObject({ code: 'storage_quota' })
    const prepared = events.filter((event) => event.type === 'photo' && event.state.kind === 'preparing')
    expect(prepared.length).toBeLessThanOrEqual(2)
  })

  test('uses a photo that is in the library already, under whatever id', async () => {
    const { draft, readFile } = draftWith(2)
    await submitDraft(draft, readFile, submitting().options)
    const again = draftWith(2)
    const photos = draft.photos.map((photo, index) => ({
      ...photo,
      id: again.draft.photos[index]?.id ?? '',
      placementId: again.draft.photos[index]?.placementId ?? '',
    }))
    await submitDraft({ ...again.draft, photos }, again.readFile, submitting().options)
    expect(await rows()).toMatchObject({ projects: 2, media: 2, photos: 4, jobs: 2, objects: 4 })
  })

  test('uploads a photo of its own even where somebody shares the same one', async () => {
    const { draft, readFile } = draftWith(2)
    const { projectId } = await submitDraft(draft, readFile, submitting().options)
    await world.signOut()
    const memberId = await world.newPerson()
    await world.server.sql(
      `insert into public.project_members (project_id, user_id, role) values ($1, $2, 'viewer')`,
      [projectId, memberId],
    )
    const own = draftWith(2)
    const photos = own.draft.photos.map((photo, index) => ({
      ...photo,
      facts: draft.photos[index]?.facts ?? photo.facts,
    }))
    await submitDraft({ ...own.draft, photos }, own.readFile, submitting().options)
    expect(await rows()).toMatchObject({ projects: 2, media: 4, photos: 4, jobs: 2 })
  })

  test('brings along what was edited after a failed try', async () => {
    const { draft, readFile } = draftWith(3)
    world.line.fail(/POST .*enqueue_generation/, {
      status: 402,
      body: { code: 'PT402', message: 'monthly_quota' },
    })
    await expect(submitDraft(draft, readFile, submitting().options)).rejects.toMatchObject({
      code: 'monthly_quota',
    })
    const [first, second, third] = draft.photos
    if (!first || !second || !third) throw new Error('A draft of three photos')
    const edited = { ...draft, title: 'Edited', photos: [third, { ...first, caption: 'New' }] }
    const { projectId } = await submitDraft(edited, readFile, submitting().options)
    const { listPhotos } = await import('@/data/photos')
    const { getProject } = await import('@/data/projects')
    expect((await listPhotos(projectId)).map(({ id, caption }) => [id, caption])).toEqual([
      [third.placementId, 'Caption 3'],
      [first.placementId, 'New'],
    ])
    expect((await getProject(projectId)).title).toBe('Edited')
  })
})

describe('the music of a draft', () => {
  const musicOf = async (projectId: string) => {
    const { getProject } = await import('@/data/projects')
    return (await getProject(projectId)).music
  }

  test('is sent, kept with what was heard in it, and what the project plays', async () => {
    const { draft, readFile } = draftWithTrack(2)
    const { events, options } = submitting()
    const { projectId } = await submitDraft(draft, readFile, options)
    expect(await musicOf(projectId)).toEqual(draft.music)
    const { findTrack } = await import('@/data/audioTracks')
    const track = await findTrack(draft.track?.id ?? '')
    expect(track).toMatchObject({
      originalFilename: 'song.mp3',
      mimeType: 'audio/mpeg',
      bytes: draft.track?.facts.bytes,
      durationSeconds: 180,
      analysis: draft.track?.analysis,
    })
    expect(await rows()).toEqual({ ...all(2), objects: 5 })
    const total = fractions(events)
    expect(total).toEqual([...total].sort((a, b) => a - b))
    expect(total.at(-1)).toBe(1)
  })

  test('arrives once in spite of cuts, lost answers and double clicks', async () => {
    const { draft, readFile } = draftWithTrack(2)
    world.line.fail(/PUT .*\.mp3/, 'cut', 1)
    world.line.fail(/POST .*audio_tracks/, 'lost_answer', 1)
    await Promise.all([1, 2].map(() => submitDraft(draft, readFile, submitting().options)))
    expect(await musicOf(draft.id)).toEqual(draft.music)
    expect(await world.count('public.audio_tracks')).toBe(1)
    expect(await rows()).toEqual({ ...all(2), objects: 5 })
  })

  test('that is kept already is not sent again: another project plays the same track', async () => {
    const { draft, readFile } = draftWithTrack(1)
    await submitDraft(draft, readFile, submitting().options)
    const other = draftWith(1)
    const track = draft.track && { ...draft.track, id: crypto.randomUUID() }
    const again = { ...other.draft, track, music: { kind: 'track' as const, trackId: track?.id ?? '' } }
    const { projectId } = await submitDraft(again, other.readFile, submitting().options)
    expect(await musicOf(projectId)).toEqual(draft.music)
    expect(await world.count('public.audio_tracks')).toBe(1)
  })

  test('whose file is gone stops the submission by its name, and other music goes on with it', async () => {
    const { draft } = draftWithTrack(1)
    const { readFile } = draftWith(0)
    await expect(submitDraft(draft, readFile, submitting().options)).rejects.toThrow(draft.track?.id)
    const files = draftWith(1)
    const silent = { ...draft, photos: files.draft.photos, music: { kind: 'none' as const } }
    const { projectId } = await submitDraft(silent, files.readFile, submitting().options)
    expect(await musicOf(projectId)).toEqual({ kind: 'none' })
  })
})

describe('what was seen in the photos', () => {
  const seen: Analysis = {
    version: 1,
    faces: [{ x: 0.4, y: 0.2, width: 0.1, height: 0.2, score: 0.9 }],
    focus: null,
    sharpness: 0.7,
    brightness: 0.5,
    clipped: 0.01,
    hash: '0123456789abcdef',
    camera: 'Camera',
    town: null,
    utcOffsetMinutes: 120,
  }
  const analysesOf = async (projectId: string) => {
    const { listPhotos } = await import('@/data/photos')
    return (await listPhotos(projectId)).map(({ media }) => media.analysis)
  }

  test('goes with them, and is waited for where they are still being looked at', async () => {
    const { draft, readFile } = draftWith(3)
    const [known, ...others] = draft.photos
    if (!known) throw new Error('A draft of three photos')
    const half = { ...draft, photos: [{ ...known, analysis: seen }, ...others] }
    const analysisOf = async (id: string) => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      return id === others[0]?.id ? seen : null
    }
    const { projectId } = await submitDraft(half, readFile, { ...submitting().options, analysisOf })
    expect(await analysesOf(projectId)).toEqual([seen, seen, null])
  })

  test('is kept also of photos that were in the library before anybody looked', async () => {
    const { draft, readFile } = draftWith(2)
    await submitDraft(draft, readFile, submitting().options)
    const again = { ...draft, id: crypto.randomUUID(), requestKey: crypto.randomUUID() }
    const photos = draft.photos.map((photo) => ({
      ...photo,
      placementId: crypto.randomUUID(),
      analysis: seen,
    }))
    const { projectId } = await submitDraft({ ...again, photos }, readFile, submitting().options)
    expect(await analysesOf(projectId)).toEqual([seen, seen])
  })

  test('is not worth failing for: where it cannot be kept, the film is made without it', async () => {
    const { draft, readFile } = draftWith(2)
    await submitDraft(draft, readFile, submitting().options)
    world.line.fail(/PATCH .*media_items/, { status: 403 }, 9)
    const photos = draft.photos.map((photo) => ({ ...photo, analysis: seen }))
    const again = { ...draft, id: crypto.randomUUID(), requestKey: crypto.randomUUID() }
    const placed = photos.map((photo) => ({ ...photo, placementId: crypto.randomUUID() }))
    const { projectId } = await submitDraft({ ...again, photos: placed }, readFile, submitting().options)
    expect(await analysesOf(projectId)).toEqual([null, null])
  })

  test('names the town and never the place of a photo', async () => {
    const { draft, readFile } = draftWith(1)
    const place = { latitude: 46.363611, longitude: 14.093722 }
    const town = { id: 3204623, name: 'Bled', country: 'SI', latitude: 46.36917, longitude: 14.11361 }
    const photos = draft.photos.map((photo) => ({
      ...photo,
      facts: { ...photo.facts, place },
      analysis: { ...seen, town },
    }))
    const { projectId } = await submitDraft({ ...draft, photos }, readFile, submitting().options)
    expect(await analysesOf(projectId)).toEqual([{ ...seen, town }])
    const [row] = await world.server.sql<{ text: string }>(
      'select to_jsonb(item)::text as text from public.media_items as item',
    )
    expect(row?.text).toContain(String(town.latitude))
    expect(row?.text).not.toMatch(/46\.3636|14\.0937/)
  })
})

test('the film is asked for in the size, format and frame rate of the draft and the language of the page, its photos with their choice', async () => {
  const { draft, readFile } = draftWith(2)
  const photos = draft.photos.map(
    (photo, index) => ({ ...photo, choice: index === 1 ? 'keep' : 'auto' }) as const,
  )
  const wishes = { resolution: '4k', format: 'small', fps: 60 } as const
  const music = { kind: 'score', mood: 'wide', seed: 7 } as const
  const wanted = { ...draft, ...wishes, music, photos }
  const { projectId, video } = await submitDraft(wanted, readFile, submitting().options)
  expect(video.settings).toEqual({ ...wishes, language: 'en' })
  const { listPhotos } = await import('@/data/photos')
  const { getProject } = await import('@/data/projects')
  expect((await listPhotos(projectId)).map(({ choice }) => choice)).toEqual(['auto', 'keep'])
  expect((await getProject(projectId)).music).toEqual(music)
})

test('a stored file is saved under the name it was given, in any script', async () => {
  const { draft, readFile } = draftWith(1)
  const { projectId } = await submitDraft(draft, readFile, submitting().options)
  const { listPhotos } = await import('@/data/photos')
  const { downloadUrl } = await import('@/data/signedUrls')
  const [photo] = await listPhotos(projectId)
  const address = await downloadUrl('media', photo?.media.storagePath ?? '', '호수에서 & more.jpg')
  expect(new URL(address).searchParams.get('download')).toBe('호수에서 & more.jpg')
  const saved = await fetch(address)
  expect(saved.status).toBe(200)
  expect(decodeURIComponent(saved.headers.get('content-disposition') ?? '')).toContain(
    "UTF-8''호수에서 & more.jpg",
  )
  await saved.body?.cancel()
})
