import { Blob as NodeBlob } from 'node:buffer'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPieces, type PieceStore } from '@/lib/pieceStore'
import { SESSION_STORAGE_KEY } from '@/lib/sessionStore'
import { collectAccount, type CollectProgress } from './collectAccount'

const ADA = '11111111-1111-4111-8111-111111111111'
const FILES = ['a.jpg', 'b.jpg'].map((name) => ({ bucket: 'media', path: `${ADA}/${name}`, bytes: 5 }))
const ACCOUNT = {
  exported_at: '2025-11-23T12:00:00+00:00',
  user: { id: ADA, avatar_path: null },
  projects: [],
  media_items: [],
  audio_tracks: [],
  videos: [],
  files: FILES,
}
const { signal } = new AbortController()

let pieces: PieceStore
let renewals: number
/** How storage answers who asks for this file, if not with its bytes. */
let refuse: (file: string, token: string) => Response | null
let fetched: string[]
beforeEach(async () => {
  pieces = await openPieces('test', ADA)
  renewals = 0
  fetched = []
  refuse = () => null
  localStorage.setItem(SESSION_STORAGE_KEY, JSON.stringify(session()))
  vi.stubGlobal('fetch', answer)
  // The one of jsdom cannot be read as a stream.
  vi.stubGlobal('Blob', NodeBlob)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const tokenOf = (count: number) =>
  ['e30', btoa(JSON.stringify({ sub: ADA, exp: 4e9, count })), 'c2ln'].join('.')
const session = () => ({
  access_token: tokenOf(renewals),
  refresh_token: 'refresh',
  token_type: 'bearer',
  expires_in: 3600,
  expires_at: 4e9,
  user: { id: ADA, aud: 'authenticated', app_metadata: {}, user_metadata: {}, created_at: '' },
})

function answer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? ''
  if (pathname.endsWith('/token')) {
    renewals++
    return Promise.resolve(Response.json(session()))
  }
  if (pathname.endsWith('/export_my_account')) return Promise.resolve(Response.json(ACCOUNT))
  if (init.method === 'POST') {
    const { paths } = Object(JSON.parse(typeof init.body === 'string' ? init.body : '{}')) as {
      paths: string[]
    }
    const refused = refuse('any', token)
    if (refused) return Promise.resolve(refused)
    return Promise.resolve(
      Response.json(paths.map((path) => ({ path, signedURL: `/object/sign/media/${path}?token=t` }))),
    )
  }
  const name = pathname.split('/').at(-1) ?? ''
  fetched.push(name)
  return Promise.resolve(refuse(name, token) ?? new Response('bytes', { status: 206 }))
}
/** As a hosted project answers: with the real status in the body only. */
const hosted = (statusCode: string, error: string) =>
  Response.json({ statusCode, error, message: error }, { status: 400 })

test('a file that storage does not have any more is named as missing, however storage says so', async () => {
  refuse = (file) => (file === 'a.jpg' ? hosted('404', 'not_found') : null)
  expect(await collectAccount(pieces, { signal, onProgress: () => undefined })).toMatchObject({ missing: 1 })
})

test('on a device whose clock is behind, the token is renewed once, and nothing is missing', async () => {
  refuse = (file, token) => (file === 'any' && token === tokenOf(0) ? hosted('403', 'Unauthorized') : null)
  expect(await collectAccount(pieces, { signal, onProgress: () => undefined })).toMatchObject({ missing: 0 })
  expect(renewals).toBe(1)
})

test.each(['400', '402', '403'])(
  'what is refused with %s for good stops the copy: no file is left out of it in silence',
  async (status) => {
    refuse = (file) => (file === 'b.jpg' ? hosted(status, 'refused') : null)
    const collecting = collectAccount(pieces, { signal, onProgress: () => undefined })
    await expect(collecting).rejects.toMatchObject({ status: Number(status) })
    refuse = () => null
    expect(await collectAccount(pieces, { signal, onProgress: () => undefined })).toMatchObject({
      missing: 0,
    })
    expect(fetched.filter((name) => name === 'a.jpg')).toHaveLength(1)
  },
)

test('going on counts from what is here, and asks for the room of the rest only', async () => {
  await collectAccount(pieces, { signal, onProgress: () => undefined })
  const [kept = ''] = (await pieces.list()).keys()
  await pieces.remove(kept)
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota: 100, usage: 96 }) } })
  const seen: CollectProgress[] = []
  const full = collectAccount(pieces, { signal, onProgress: (progress) => seen.push(progress) })
  await expect(full).rejects.toMatchObject({ code: 'storage_full', message: 'No room for 5 bytes' })
  expect(seen).toEqual([{ files: 2, filesDone: 0, bytes: 10, bytesDone: 5 }])

  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota: 100, usage: 95 }) } })
  await collectAccount(pieces, { signal, onProgress: (progress) => seen.push(progress) })
  expect(seen.at(-1)).toEqual({ files: 2, filesDone: 2, bytes: 10, bytesDone: 10 })
})

test('a file that is gone is taken out of what there is to do, with what was counted of it', async () => {
  refuse = (file) => (file === 'a.jpg' ? hosted('404', 'not_found') : null)
  const seen: CollectProgress[] = []
  await collectAccount(pieces, { signal, onProgress: (progress) => seen.push(progress) })
  expect(seen.at(-1)).toEqual({ files: 1, filesDone: 1, bytes: 5, bytesDone: 5 })
})
