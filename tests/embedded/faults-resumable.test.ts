import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { UploadOptions } from '@/data/uploadOptions'
import type { Person } from '@/data/session'
import type { Fault } from '../faults/faultProxy'
import { hurried } from '../faults/hurried'
import { draftWithTrack, prepareInNode, startWorld, type World } from './generation/world'

// The library's build for browsers, on the one part that Node lacks.
vi.mock('tus-js-client', async () => {
  const tus = await vi.importActual<typeof import('tus-js-client')>('tus-js-client/lib.es5/browser/index.js')
  const { FetchStack } = await import('../faults/fetchStack')
  return {
    ...tus,
    Upload: class extends tus.Upload {
      constructor(...[file, options]: ConstructorParameters<typeof tus.Upload>) {
        super(file, { ...options, httpStack: new FetchStack() })
      }
    },
  }
})

/** Shorter than any of these uploads takes. */
const TOKEN_SECONDS = 5
const MB = 1024 ** 2
const CHUNK = 6 * MB
const PIECE = /^(POST|PATCH) .*\/upload\/resumable/
const PATCH = /^PATCH .*\/upload\/resumable/
const HEAD = /^HEAD .*\/upload\/resumable/
const AS_ALWAYS: Fault = { delayMs: 0 }

let world: World
let media: typeof import('@/data/media')
let uploads: typeof import('@/data/upload')
let supabase: typeof import('@/lib/supabase').supabase
const heard: (Person | null)[] = []
beforeAll(async () => {
  world = await startWorld({ tokenSeconds: TOKEN_SECONDS })
  media = await import('@/data/media')
  uploads = await import('@/data/upload')
  ;({ supabase } = await import('@/lib/supabase'))
  const { onSession } = await import('@/data/session')
  onSession((person) => heard.push(person))
})
afterAll(() => world.close())
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  localStorage.clear()
  await world.newPerson()
  world.line.seen.length = 0
  heard.length = 0
})
afterEach(() => void vi.useRealTimers())

function fileOf(bytes: number): Blob {
  return new Blob([Buffer.alloc(bytes, randomBytes(4099))], { type: 'audio/mpeg' })
}
const hashOf = async (blob: Blob) =>
  createHash('sha256')
    .update(Buffer.from(await blob.arrayBuffer()))
    .digest('hex')
const requests = (pattern: RegExp) => world.line.seen.filter((request) => pattern.test(request)).length

async function reserved(file: Blob): Promise<string> {
  return media.reserveUpload('media', file, randomUUID())
}
const send = (path: string, file: Blob, options: Partial<UploadOptions> = {}) =>
  uploads.uploadObject('media', path, file, { signal: new AbortController().signal, ...options })

/** What lies under the path is this file, once. */
async function expectStored(path: string, file: Blob): Promise<void> {
  expect(await world.count('storage.objects')).toBe(1)
  const { data } = await supabase.storage.from('media').download(path)
  expect(data && (await hashOf(data))).toBe(await hashOf(file))
}

describe('a large file', () => {
  test('F17: that is cut off at 37 % goes on where the server stopped, and less than one piece is sent again', async () => {
    const file = fileOf(40 * MB)
    const path = await reserved(file)
    const [before, cutAt] = [world.line.sentBytes(PIECE), Math.round(0.37 * file.size)]
    const sent = () => world.line.sentBytes(PIECE) - before
    world.line.fail(PATCH, AS_ALWAYS)
    world.line.fail(PATCH, { cutAfterBytes: cutAt - 2 * CHUNK })
    const fractions: number[] = []
    const sending = send(path, file, { onProgress: (fraction) => fractions.push(fraction) })
    await vi.waitUntil(() => sent() >= cutAt, { timeout: 30_000, interval: 5 })
    world.line.goOffline()
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    world.line.heal()
    await sending
    await expectStored(path, file)
    console.info(`F17: cut at ${cutAt} of ${file.size} bytes, ${sent() - file.size} bytes were sent again`)
    expect(sent() - file.size).toBeLessThanOrEqual(CHUNK)
    expect(requests(/^POST .*\/upload\/resumable/), 'one upload').toBe(1)
    expect(requests(HEAD)).toBeGreaterThan(0)
    expect(fractions.at(-1)).toBe(1)
  })

  test('F17: goes on in a page that was opened anew, also when the browser lets it keep nothing but memory', async () => {
    const file = fileOf(20 * MB)
    const path = await reserved(file)
    const before = world.line.sentBytes(PIECE)
    vi.spyOn(localStorage, 'setItem').mockImplementation((key) => {
      if (!key.includes('auth-token')) throw new DOMException('full', 'QuotaExceededError')
    })
    const stop = new AbortController()
    const leave = () => world.line.sentBytes(PIECE) - before > 10 * MB && stop.abort(new Error('left'))
    await expect(send(path, file, { signal: stop.signal, onProgress: leave })).rejects.toThrow('left')
    vi.restoreAllMocks()
    await send(path, file)
    await expectStored(path, file)
    expect(world.line.sentBytes(PIECE) - before - file.size).toBeLessThanOrEqual(CHUNK)
  })

  test('F18: whose token runs out again and again goes on with a new one; nothing starts anew and nobody is signed out', async () => {
    const file = fileOf(20 * MB)
    const path = await reserved(file)
    const before = world.line.sentBytes(PIECE)
    const began = Date.now()
    world.line.fail(PATCH, { delayMs: 1_800 }, 3)
    await send(path, file)
    expect(Date.now() - began).toBeGreaterThan(TOKEN_SECONDS * 1000)
    await expectStored(path, file)
    expect(world.line.sentBytes(PIECE) - before).toBe(file.size)
    expect(heard).not.toContain(null)
  })

  test('F18: goes on with a new token where the server does not take one that this device thinks is good', async () => {
    const file = fileOf(13 * MB)
    const path = await reserved(file)
    const before = world.line.sentBytes(PIECE)
    const expired: Fault = { status: 403, body: { message: '"exp" claim timestamp check failed' } }
    world.line.fail(PATCH, expired)
    world.line.fail(HEAD, expired)
    const tokens = () => requests(/^POST .*\/auth\/v1\/token/)
    const had = tokens()
    await hurried(send(path, file))
    await expectStored(path, file)
    expect(world.line.sentBytes(PIECE) - before).toBe(file.size)
    expect(tokens()).toBeGreaterThan(had)
    expect(heard).not.toContain(null)
  })

  test.each([401, 503])(
    'F18: is not begun anew because the question how far it is was answered with %i',
    async (status) => {
      const file = fileOf(13 * MB)
      const path = await reserved(file)
      const before = world.line.sentBytes(PIECE)
      world.line.fail(PATCH, 'cut')
      world.line.fail(HEAD, { status }, 2)
      await hurried(send(path, file))
      await expectStored(path, file)
      expect(world.line.sentBytes(PIECE) - before).toBe(file.size)
      expect(requests(HEAD)).toBe(3)
    },
  )

  test.each([404, 410])(
    'F19: that the server has forgotten (%i) is sent as a new one to the same place',
    async (status) => {
      const file = fileOf(13 * MB)
      const path = await reserved(file)
      const failures: string[] = []
      world.line.fail(PATCH, { status })
      world.line.fail(HEAD, { status })
      await send(path, file, { onRetry: (_, { code }) => failures.push(code) })
      await expectStored(path, file)
      expect(failures).toHaveLength(1)
      expect(await world.count('private.uploads')).toBe(1)
    },
  )

  test('F20: that another page sends as well, to the same upload, is stored once and right', async () => {
    const file = fileOf(26 * MB)
    const path = await reserved(file)
    world.line.fail(PATCH, { delayMs: 300 }, 2)
    const first = send(path, file)
    await vi.waitUntil(() => requests(PATCH) > 0, { timeout: 10_000, interval: 5 })
    await Promise.all([first, send(path, file)])
    await expectStored(path, file)
    expect(await world.count('private.uploads')).toBe(1)
  })

  test('F20: whose offset the server does not agree with asks how far it is', async () => {
    const file = fileOf(13 * MB)
    const path = await reserved(file)
    world.line.fail(PATCH, { status: 409 })
    await send(path, file)
    await expectStored(path, file)
    expect(requests(HEAD)).toBe(1)
  })

  test('F21: whose last piece was stored although no answer came is found, and its row is entered once', async () => {
    const { draft, readFile } = draftWithTrack(1)
    const sound = fileOf(13 * MB)
    const { submitDraft } = await import('@/generation/submitDraft')
    world.line.fail(PATCH, AS_ALWAYS)
    world.line.fail(PATCH, 'lost_answer')
    world.line.fail(/^POST .*audio_tracks/, 'lost_answer')
    world.line.fail(/^POST .*media_items/, 'lost_answer')
    const read = (id: string) => (id === draft.track?.id ? Promise.resolve(sound) : readFile(id))
    const signal = new AbortController().signal
    await submitDraft(draft, read, { signal, onProgress: () => undefined, prepare: prepareInNode })
    expect(await world.count('public.audio_tracks')).toBe(1)
    expect(await world.count('public.media_items')).toBe(1)
    expect(await world.count('storage.objects'), 'photo, thumbnail and track').toBe(3)
    expect(await world.count('private.uploads')).toBe(0)
  })

  test('F22: waits as long as the server asks', async () => {
    const file = fileOf(7 * MB)
    const path = await reserved(file)
    world.line.fail(PATCH, { status: 429, headers: { 'retry-after': '2' } })
    const began = performance.now()
    await send(path, file)
    expect(performance.now() - began).toBeGreaterThan(2_000)
    await expectStored(path, file)
  })

  test('F22: is given up after five tries with what the server said, and goes on with the next wish', async () => {
    const file = fileOf(7 * MB)
    const path = await reserved(file)
    const before = world.line.sentBytes(PIECE)
    const retries: number[] = []
    world.line.fail(PATCH, { status: 502 }, 99)
    const failed = send(path, file, { onRetry: (attempt) => retries.push(attempt) })
    await expect(hurried(failed)).rejects.toMatchObject({ name: 'DataError', status: 502 })
    expect([requests(PATCH), retries]).toEqual([5, [1, 2, 3, 4]])
    world.line.heal()
    await send(path, file)
    await expectStored(path, file)
    expect(world.line.sentBytes(PIECE) - before).toBe(file.size)
  })

  test.each([400, 403])('F22: is not sent again after a refusal with %i', async (status) => {
    const file = fileOf(7 * MB)
    const path = await reserved(file)
    world.line.fail(PATCH, { status }, 99)
    await expect(send(path, file)).rejects.toMatchObject({ status })
    expect(requests(PATCH)).toBe(1)
  })

  test('F22: on which nothing moves for half a minute is tried again, five times at most', async () => {
    const file = fileOf(7 * MB)
    const path = await reserved(file)
    world.line.fail(PATCH, 'hang', 99)
    const codes: string[] = []
    const failing = send(path, file, { onRetry: (_, { code }) => codes.push(code) })
    const waits = (async () => {
      for (let tries = 1; tries <= 5; tries++) {
        await vi.waitUntil(() => requests(PATCH) === tries, { timeout: 20_000, interval: 1 })
        await vi.advanceTimersByTimeAsync(30_000)
      }
    })()
    await expect(hurried(failing)).rejects.toMatchObject({ code: 'timeout' })
    await waits
    expect(codes).toEqual(['timeout', 'timeout', 'timeout', 'timeout'])
    world.line.heal()
    await send(path, file)
    await expectStored(path, file)
  })
})
