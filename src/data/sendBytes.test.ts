import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { retryAfterMs, sendBytes } from './sendBytes'

// A storage server reduced to what matters here; the real one answers in tests/embedded.
let server: Server
let url: string
let answer: RequestListener
beforeEach(async () => {
  server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    response.setHeader('access-control-allow-methods', '*')
    response.setHeader('access-control-expose-headers', '*')
    if (request.method === 'OPTIONS') return void response.end()
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/file`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})
const file = (bytes: number) => new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' })
const never = new AbortController().signal

describe('sending a file', () => {
  test('puts its bytes with their type and tells how far it is', async () => {
    let received = 0
    let type: string | undefined
    answer = (request, response) => {
      type = request.headers['content-type']
      request.on('data', (chunk: Buffer) => (received += chunk.length))
      request.on('end', () => response.end('{"Key":"media/a.jpg"}'))
    }
    const fractions: number[] = []
    const sent = await sendBytes(url, file(500_000), { signal: never, onProgress: (f) => fractions.push(f) })
    expect(sent).toMatchObject({ status: 200, retryAfterMs: null })
    expect([received, type]).toEqual([500_000, 'image/jpeg'])
    expect(fractions.at(-1)).toBe(1)
  })
  test('brings back a refusal with what the server said and how long to wait', async () => {
    answer = (request, response) => {
      request.resume().on('end', () => {
        response.writeHead(429, { 'retry-after': '3' }).end('{"statusCode":"429","message":"slow down"}')
      })
    }
    const sent = await sendBytes(url, file(10), { signal: never })
    expect(sent).toMatchObject({ status: 429, retryAfterMs: 3000, refusal: { message: 'slow down' } })
  })
  test('understands an answer that is no JSON', async () => {
    answer = (request, response) => {
      request.resume().on('end', () => response.writeHead(502).end('<h1>Bad gateway</h1>'))
    }
    expect(await sendBytes(url, file(10), { signal: never })).toMatchObject({
      status: 502,
      refusal: { status: 502 },
    })
  })
  test('F22: on which nothing moves for half a minute ends as a timeout', async () => {
    let arrived = false
    answer = (request) => {
      request.resume()
      arrived = true
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    let failure: unknown
    const sending = sendBytes(url, file(10), { signal: never }).catch((error: unknown) => (failure = error))
    await vi.waitUntil(() => arrived)
    await vi.advanceTimersByTimeAsync(28_000)
    expect(failure).toBeUndefined()
    await vi.advanceTimersByTimeAsync(2_000)
    vi.useRealTimers()
    await sending
    expect(failure).toMatchObject({ name: 'DataError', code: 'timeout', status: 0 })
  })
  test('stops at once when aborted', async () => {
    answer = (request) => void request.resume()
    const stop = new AbortController()
    const sending = sendBytes(url, file(10), { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('cancelled')), 50)
    await expect(sending).rejects.toThrow('cancelled')
    await expect(sendBytes(url, file(10), { signal: stop.signal })).rejects.toThrow('cancelled')
  })
})

test('a Retry-After is seconds or a date', () => {
  expect(retryAfterMs('120')).toBe(120_000)
  expect(retryAfterMs('Wed, 21 Oct 2026 07:28:00 GMT', Date.parse('2026-10-21T07:27:30Z'))).toBe(30_000)
  expect(retryAfterMs('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0)
  expect([retryAfterMs(null), retryAfterMs(''), retryAfterMs('soon')]).toEqual([null, null, null])
})
