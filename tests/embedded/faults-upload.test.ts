import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { UploadOptions } from '@/data/uploadOptions'
import type { SubmitEvent } from '@/generation/submitEvents'
import type { Fault } from '../faults/faultProxy'
import { hurried } from '../faults/hurried'
import { draftWith, prepareInNode, startWorld, type World } from './generation/world'

const PUT = /^PUT .*\/upload\/sign\//
const SIGN = /^POST .*\/upload\/sign\//
const answers = (status: number, code?: string): Fault => ({
  status,
  body: { statusCode: String(status), error: code ?? 'fault', message: 'a fault of the test' },
})

let world: World
let media: typeof import('@/data/media')
let uploads: typeof import('@/data/upload')
let submitDraft: typeof import('@/generation/submitDraft').submitDraft
let supabase: typeof import('@/lib/supabase').supabase
beforeAll(async () => {
  world = await startWorld()
  media = await import('@/data/media')
  uploads = await import('@/data/upload')
  ;({ submitDraft } = await import('@/generation/submitDraft'))
  ;({ supabase } = await import('@/lib/supabase'))
})
afterAll(() => world.close())
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  await world.newPerson()
  world.line.seen.length = 0
})
afterEach(() => void vi.useRealTimers())

const file = () => new Blob([Buffer.alloc(50_000, randomUUID())], { type: 'image/jpeg' })
const requests = (pattern: RegExp) => world.line.seen.filter((request) => pattern.test(request)).length
const send = (path: string, body: Blob, options: Partial<UploadOptions> = {}) =>
  uploads.uploadObject('media', path, body, { signal: new AbortController().signal, ...options })
const reserve = (body: Blob) => media.reserveUpload('media', body, randomUUID())
const stored = async (path: string) => (await supabase.storage.from('media').download(path)).data?.text()

describe('a photo on its way', () => {
  test.each<[string, Fault]>([
    ['expired', { status: 400, body: { statusCode: '400', error: 'InvalidJWT', message: '"exp" claim' } }],
    ['is not known any more', answers(404)],
    ['is gone', answers(410)],
    ['is not accepted', answers(401)],
  ])('F19: whose upload address %s gets a new one, at the same place', async (_what, fault) => {
    const body = file()
    const path = await reserve(body)
    const retries: string[] = []
    world.line.fail(PUT, fault)
    await hurried(send(path, body, { onRetry: (_, { code }) => retries.push(code) }))
    expect([requests(SIGN), requests(PUT), retries]).toEqual([2, 2, ['gone']])
    expect(await stored(path)).toBe(await body.text())
    expect(await world.count('private.uploads'), 'one announcement').toBe(1)
  })

  test('F20: that another page sends to the same place at the same time is stored once, and both go on', async () => {
    const body = file()
    const path = await reserve(body)
    world.line.fail(PUT, { delayMs: 300 }, 2)
    await Promise.all([send(path, body), send(path, body)])
    expect(requests(PUT)).toBe(2)
    expect(await world.count('storage.objects')).toBe(1)
    expect(await stored(path)).toBe(await body.text())
  })

  test('F21: that was stored although no answer came is found, and its row is entered once', async () => {
    const { draft, readFile } = draftWith(2)
    world.line.fail(PUT, 'lost_answer', 4)
    world.line.fail(/^POST .*media_items/, 'lost_answer', 2)
    const signal = new AbortController().signal
    await hurried(
      submitDraft(draft, readFile, { signal, onProgress: () => undefined, prepare: prepareInNode }),
    )
    expect(requests(PUT), 'photos and thumbnails were sent once').toBe(4)
    expect(await world.count('public.media_items')).toBe(2)
    expect(await world.count('storage.objects')).toBe(4)
    expect(await world.count('private.uploads')).toBe(0)
  })

  test.each([408, 425, 429, 500, 502, 503, 504])('F22: is sent again after %i', async (status) => {
    const body = file()
    const path = await reserve(body)
    world.line.fail(PUT, answers(status), 2)
    await hurried(send(path, body))
    expect(requests(PUT)).toBe(3)
    expect(await stored(path)).toBe(await body.text())
  })

  test.each([400, 402, 403, 413, 415, 422])(
    'F22: is not sent again after a refusal with %i',
    async (status) => {
      const body = file()
      const path = await reserve(body)
      world.line.fail(PUT, answers(status), 99)
      await expect(send(path, body)).rejects.toMatchObject({ status })
      expect(requests(PUT)).toBe(1)
    },
  )

  test('F22: waits at least as long as Retry-After says, and differently long each time', async () => {
    const body = file()
    const path = await reserve(body)
    world.line.fail(PUT, { status: 503, headers: { 'retry-after': '3' } })
    const waits = vi.spyOn(globalThis, 'setTimeout')
    const sending = send(path, body)
    await vi.waitUntil(() => waits.mock.calls.some(([, ms]) => (ms ?? 0) >= 3_000), { timeout: 5_000 })
    waits.mockRestore()
    await sending
    const { retryDelay } = await import('@/lib/retryDelay')
    const first = Array.from({ length: 50 }, () => retryDelay(1))
    expect(new Set(first).size).toBeGreaterThan(40)
  })

  test('F22: fails after five tries with its name, and a click sends only what is missing', async () => {
    const { draft, readFile } = draftWith(3)
    const broken = new RegExp(`^PUT .*${draft.photos[0]?.id}`)
    world.line.fail(broken, answers(502), 99)
    const events: SubmitEvent[] = []
    const options = {
      signal: new AbortController().signal,
      onProgress: (event: SubmitEvent) => void events.push(event),
      prepare: prepareInNode,
    }
    await expect(hurried(submitDraft(draft, readFile, options))).rejects.toMatchObject({ status: 502 })
    expect(requests(broken)).toBe(5)
    expect(events).toContainEqual(
      expect.objectContaining({
        photoId: draft.photos[0]?.id,
        state: expect.objectContaining({ kind: 'failed' }),
      }),
    )
    world.line.heal()
    const done = await world.count('public.media_items')
    world.line.seen.length = 0
    await submitDraft(draft, readFile, options)
    expect(requests(PUT)).toBeLessThanOrEqual(2 * (3 - done))
    expect(await world.count('public.media_items')).toBe(3)
  })

  test.each(['40001', '40P01'])('F22: is entered after a lost race (%s) that came as a 500', async (code) => {
    const { draft, readFile } = draftWith(1)
    world.line.fail(/^POST .*media_items/, { status: 500, body: { code, message: 'a lost race' } }, 2)
    world.line.fail(/^POST .*reserve_upload/, { status: 409, body: { code, message: 'a lost race' } }, 2)
    const signal = new AbortController().signal
    await hurried(
      submitDraft(draft, readFile, { signal, onProgress: () => undefined, prepare: prepareInNode }),
    )
    expect(await world.count('public.media_items')).toBe(1)
  })
})
