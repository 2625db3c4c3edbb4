import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { uploadResumable } from './uploadResumable'

// Node would get the library's build for Node; a page gets this one.
vi.mock('tus-js-client', () => vi.importActual('tus-js-client/lib.es5/browser/index.js'))

const CHUNK = 1000
type Fault = 'cut' | 'lost_answer' | number
/** The embedded Supabase has no TUS, so a server of the protocol's core stands here, with faults to order. */
class TusServer {
  files = new Map<string, { bytes: number; length: number }>()
  requests: string[] = []
  received = 0
  tokens = new Set<string>()
  faults = new Map<string, Fault>()
  exists = false
  #server: Server
  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response))
  }
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/files`
  }
  close() {
    this.#server.closeAllConnections()
    this.#server.close()
  }
  async #answer(request: IncomingMessage, response: ServerResponse) {
    for (const name of ['origin', 'headers', 'methods'])
      response.setHeader(`access-control-allow-${name}`, '*')
    response.setHeader('access-control-allow-methods', 'POST, HEAD, PATCH')
    response.setHeader(
      'access-control-allow-headers',
      'authorization, apikey, content-type, tus-resumable, upload-length, upload-metadata, upload-offset',
    )
    response.setHeader('access-control-expose-headers', '*, upload-offset, location, upload-length')
    response.setHeader('tus-resumable', '1.0.0')
    const { method = '', url = '' } = request
    if (method === 'OPTIONS') return void response.end()
    this.requests.push(method)
    this.tokens.add(String(request.headers.authorization))
    const body = await bytesOf(request)
    const fault = this.faults.get(`${method} ${this.requests.filter((seen) => seen === method).length}`)
    if (typeof fault === 'number') return void response.writeHead(fault).end()
    if (fault === 'cut') return void request.socket.destroy()
    if (method === 'POST' && this.exists)
      return void response.writeHead(409).end('The resource already exists')
    const at = method === 'POST' ? `/files/${this.files.size + 1}` : url
    if (method === 'POST') this.files.set(at, { bytes: 0, length: Number(request.headers['upload-length']) })
    const file = this.files.get(at)
    if (!file) return void response.writeHead(404).end()
    if (method === 'PATCH' && Number(request.headers['upload-offset']) !== file.bytes)
      return void response.writeHead(409).end()
    file.bytes += body
    this.received += body
    if (fault === 'lost_answer') return void request.socket.destroy()
    response.setHeader('upload-offset', file.bytes)
    response.setHeader('upload-length', file.length)
    if (method === 'POST') response.setHeader('location', at)
    response.writeHead(method === 'POST' ? 201 : method === 'HEAD' ? 200 : 204).end()
  }
}
const bytesOf = async (request: IncomingMessage) => {
  let bytes = 0
  for await (const chunk of request) bytes += (chunk as Buffer).length
  return bytes
}

let server: TusServer
let endpoint: string
beforeEach(async () => {
  localStorage.clear()
  server = new TusServer()
  endpoint = await server.listen()
})
afterEach(() => server.close())

const send = (
  bytes: number,
  signal = new AbortController().signal,
  onProgress = (_fraction: number) => {},
) => {
  const body = new Blob([new Uint8Array(bytes)], { type: 'video/mp4' })
  const file = { bucket: 'videos' as const, path: 'me/film.mp4', body, chunkBytes: CHUNK, endpoint }
  return uploadResumable(file, { signal, onProgress })
}
const stored = () => [...server.files.values()]

describe('a large file', () => {
  test('goes in pieces, with progress and a token on every request', async () => {
    const fractions: number[] = []
    await send(3500, undefined, (fraction) => fractions.push(fraction))
    expect(stored()).toEqual([{ bytes: 3500, length: 3500 }])
    expect(server.requests).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH'])
    expect(fractions.at(-1)).toBe(1)
    expect([...server.tokens]).toEqual(['Bearer sb_publishable_embedded'])
  })
  test('goes on where the server stopped when the line is cut, and sends no piece twice', async () => {
    server.faults.set('PATCH 2', 'cut').set('PATCH 3', 503)
    await send(4500)
    expect(stored()).toEqual([{ bytes: 4500, length: 4500 }])
    expect(server.received).toBe(4500)
    expect(server.requests).toContain('HEAD')
  })
  test('notices that a piece had arrived although the answer got lost', async () => {
    server.faults.set('PATCH 3', 'lost_answer')
    await send(4500)
    expect(server.received).toBe(4500)
  })
  test('goes on after a cancel or a reload', async () => {
    const stop = new AbortController()
    const cancelled = send(
      4500,
      stop.signal,
      (fraction) => fraction > 0.5 && stop.abort(new Error('cancelled')),
    )
    await expect(cancelled).rejects.toThrow('cancelled')
    await send(4500)
    expect(stored()).toEqual([{ bytes: 4500, length: 4500 }])
    expect(server.received).toBeLessThanOrEqual(4500 + CHUNK)
  })
  test('starts anew when the server has forgotten the upload', async () => {
    server.faults.set('PATCH 2', 410).set('HEAD 1', 410)
    await send(3500)
    expect(stored().at(-1)).toEqual({ bytes: 3500, length: 3500 })
  })
  test('counts as uploaded when it is there already', async () => {
    server.exists = true
    await send(3500)
    expect(server.received).toBe(0)
  })
  test('is refused with the reason, without asking again', async () => {
    server.faults.set('POST 1', 413)
    await expect(send(3500)).rejects.toMatchObject({ name: 'DataError', code: 'too_large', status: 413 })
    expect(server.requests).toEqual(['POST'])
  })
})
