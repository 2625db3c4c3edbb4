import { Blob as NodeBlob } from 'node:buffer'
import { onlineManager } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isAtWork } from '@/lib/atWork'
import { presentMessages, type Message } from '@/lib/notify'
import { changePagePerson } from '@/lib/pagePerson'
import { useAccountExportStore } from '@/stores/accountExport.store'
import { discardExport, startExport, stopExport } from './accountExport'

// Where nothing can be kept on the disk, as in this environment, pieces are kept in memory; tests/browser has the disk.
const ADA = '11111111-1111-4111-8111-111111111111'
const now = () => useAccountExportStore.getState().current

let isCut: boolean
let holdFile: Promise<unknown>
let fetched: number
let messages: Message[]
let stopMessages: () => void
beforeEach(() => {
  isCut = false
  holdFile = Promise.resolve()
  fetched = 0
  messages = []
  stopMessages = presentMessages((message) => messages.push(message))
  vi.stubGlobal('fetch', answer)
  // The one of jsdom cannot be read as a stream.
  vi.stubGlobal('Blob', NodeBlob)
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:archive', revokeObjectURL: () => undefined }),
  )
})
afterEach(async () => {
  stopMessages()
  await discardExport(ADA)
  vi.unstubAllGlobals()
})

async function answer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  if (isCut) throw new TypeError('Failed to fetch')
  if (pathname.endsWith('/export_my_account')) return Response.json(account())
  if (init.method === 'POST')
    return Response.json([{ path: `${ADA}/a.jpg`, signedURL: '/object/sign/media/a' }])
  if (!pathname.includes('/sign/')) return Response.json({})
  fetched++
  await Promise.race([holdFile, new Promise((_, reject) => init.signal?.addEventListener('abort', reject))])
  return new Response('bytes', { status: 206 })
}

const account = () => ({
  exported_at: '2025-11-23T12:00:00+00:00',
  user: { id: ADA, avatar_path: null },
  projects: [],
  media_items: [],
  audio_tracks: [],
  videos: [],
  files: [{ bucket: 'media', path: `${ADA}/a.jpg`, bytes: 5 }],
})

test('is ready as one file, which is said on every other page', async () => {
  await startExport(ADA)
  expect(now()).toMatchObject({ phase: 'ready', filename: 'photomemory-2025-11-23.zip', missing: 0 })
  expect(messages).toMatchObject([{ kind: 'success', sticky: true, action: { label: 'Save the ZIP file' } }])
})

test('can be stopped, and goes on with what it has', async () => {
  holdFile = new Promise(() => undefined)
  const running = startExport(ADA)
  await vi.waitFor(() => expect(fetched).toBe(1))
  stopExport()
  await running
  expect(now()).toMatchObject({
    phase: 'stopped',
    reason: null,
    isLasting: false,
    progress: { files: 1, filesDone: 0 },
  })
  holdFile = Promise.resolve()
  await startExport(ADA)
  expect(now().phase).toBe('ready')
  await startExport(ADA)
  expect(now().phase).toBe('ready')
  expect(fetched).toBe(2)
})

test('twice asked for it is collected once', async () => {
  await Promise.all([startExport(ADA), startExport(ADA)])
  expect(fetched).toBe(1)
})

test('stops without a connection, says so, and goes on by itself when there is one', async () => {
  isCut = true
  vi.useFakeTimers()
  const running = startExport(ADA)
  await vi.runAllTimersAsync()
  await running
  vi.useRealTimers()
  expect(now()).toMatchObject({
    phase: 'stopped',
    reason: 'No connection. Check your internet and try again.',
  })
  isCut = false
  onlineManager.setOnline(false)
  onlineManager.setOnline(true)
  await vi.waitFor(() => expect(now().phase).toBe('ready'))
})

test('is forgotten when the person leaves, also while it is being collected', async () => {
  holdFile = new Promise(() => undefined)
  const running = startExport(ADA)
  await vi.waitFor(() => expect(fetched).toBe(1))
  changePagePerson(ADA)
  changePagePerson(null)
  await running
  expect(now()).toEqual({ phase: 'idle', kept: false })
})

test('counts as work while it is collected, and as long as it is in the memory of this page only', async () => {
  expect(isAtWork()).toBe(false)
  holdFile = new Promise(() => undefined)
  const running = startExport(ADA)
  await vi.waitFor(() => expect(fetched).toBe(1))
  expect(isAtWork()).toBe(true)
  stopExport()
  await running
  expect(isAtWork()).toBe(true)
  await discardExport(ADA)
  expect(isAtWork()).toBe(false)
})

/** Locks as a browser has them, as far as they are asked for here. `held`: by another tab. */
function stubLocks(held: { isHeld: boolean; released: Promise<void> }) {
  const request = async (
    _name: string,
    { ifAvailable }: LockOptions,
    action: (lock: object | null) => unknown,
  ) => {
    if (held.isHeld && ifAvailable) return action(null)
    if (held.isHeld) await held.released
    return action({})
  }
  vi.stubGlobal('navigator', { locks: { request } })
}

test('what another tab is collecting is not thrown away under it: this one waits, and shows what there is', async () => {
  let release: () => void = () => undefined
  stubLocks({ isHeld: true, released: new Promise((resolve) => (release = resolve)) })
  const heard = vi.fn<() => void>()
  const elsewhere = new BroadcastChannel('photomemory.export')
  elsewhere.addEventListener('message', heard)
  const discarding = discardExport(ADA)
  await vi.waitFor(() => expect(now().phase).toBe('waiting'))
  release()
  await discarding
  expect(now()).toEqual({ phase: 'idle', kept: false })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(heard).not.toHaveBeenCalled()
  elsewhere.close()
})

test('what one tab throws away is not shown as ready in the others', async () => {
  const elsewhere = new BroadcastChannel('photomemory.export')
  const said: unknown[] = []
  elsewhere.addEventListener('message', ({ data }) => said.push(data))
  await discardExport(ADA)
  await vi.waitFor(() => expect(said).toHaveLength(1))
  const ready = { phase: 'ready', url: 'blob:archive', filename: 'a.zip', bytes: 5, missing: 0 } as const
  useAccountExportStore.getState().moved(ready)
  elsewhere.postMessage(said[0])
  await vi.waitFor(() => expect(now()).toEqual({ phase: 'idle', kept: false }))
  elsewhere.close()
})

test('what is in the memory of this page stays there, whatever another tab throws away', async () => {
  await startExport(ADA)
  const elsewhere = new BroadcastChannel('photomemory.export')
  elsewhere.postMessage('thrown away')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(now().phase).toBe('ready')
  elsewhere.close()
})
