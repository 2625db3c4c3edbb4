import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { faultySockets, type SocketFaults } from './faultySockets'

/**
 * What goes wrong with one request:
 * - `{ status }`: an answer that is not the server's; the server never sees the request
 * - `cut`: no answer, the server never saw it; `{ cutAfterBytes }`: cut when that much of the body had reached the server
 * - `lost_answer`: no answer although the server did what was asked
 * - `hang`: no answer and no end, the server never saw it
 * - `{ delayMs }`: the server's own answer, late
 */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: object }
  | { cutAfterBytes: number }
  | { delayMs: number }
  | 'cut'
  | 'lost_answer'
  | 'hang'
type Rule = { pattern: RegExp; fault: Fault; times: number }

export type FaultProxy = SocketFaults & {
  /** `http://127.0.0.1:<port>`: what a page talks to instead of the server; sockets go through it as well. */
  url: string
  /** The next `times` requests whose `METHOD path` matches go wrong. Rules that come first are used up first. */
  fail(pattern: RegExp, fault: Fault, times?: number): void
  /** Everything goes wrong, sockets too, until `heal`. */
  goOffline(): void
  /** All faults end, ordered ones too. */
  heal(): void
  /** `METHOD path` of every request, in order; tests may empty it. */
  seen: string[]
  /** Bytes of bodies that went on to the server in requests that match. */
  sentBytes(pattern: RegExp): number
  close(): Promise<void>
}

/** A line between page and server (`http://host:port`) that can be cut, slowed and lied on. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target)
  const sockets = faultySockets(target)
  const seen: string[] = []
  const passed: { request: string; bytes: number }[] = []
  let rules: Rule[] = []
  let offline = false

  const faultOf = (name: string): Fault | undefined => {
    if (offline) return 'cut'
    const rule = rules.find(({ pattern, times }) => times > 0 && pattern.test(name))
    if (rule) rule.times--
    return rule?.fault
  }

  const forward = (request: IncomingMessage, response: ServerResponse, fault: Fault | undefined) => {
    const { method, url: path, headers } = request
    const [cutAt, delayMs] = [
      typeof fault === 'object' && 'cutAfterBytes' in fault ? fault.cutAfterBytes : Infinity,
      typeof fault === 'object' && 'delayMs' in fault ? fault.delayMs : 0,
    ]
    const cut = () => request.socket.destroy()
    const onward = httpRequest({ hostname, port, method, path, headers }, (answer) => {
      if (offline || cutAt < Infinity) return void cut()
      if (fault === 'lost_answer') return void answer.resume().on('end', cut)
      setTimeout(() => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      }, delayMs)
    })
    onward.on('error', cut)
    // Whoever gave up is not waited for: the server hears that the body ended too early.
    response.on('close', () => void (response.writableFinished || onward.destroy()))
    const record = { request: `${method} ${path}`, bytes: 0 }
    passed.push(record)
    request.on('data', (chunk: Buffer) => {
      if (offline) return void cut()
      const room = cutAt - record.bytes
      const part = chunk.subarray(0, Math.min(chunk.length, room))
      record.bytes += part.length
      if (room <= chunk.length) return void onward.write(part, cut)
      if (onward.write(part)) return
      request.pause()
      onward.once('drain', () => request.resume())
    })
    request.on('end', () => onward.end())
  }

  const server = createServer((request, response) => {
    const name = `${request.method} ${request.url}`
    seen.push(name)
    const fault = faultOf(name)
    if (fault === 'cut') return void request.socket.destroy()
    if (fault === 'hang') return void request.resume()
    if (typeof fault !== 'object' || !('status' in fault)) return forward(request, response, fault)
    request.resume().on('end', () => {
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
      response.end(JSON.stringify(fault.body ?? { message: 'a fault of the test' }))
    })
  })
  server.on('upgrade', sockets.upgrade)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')

  return {
    ...sockets.faults,
    url: `http://127.0.0.1:${address.port}`,
    seen,
    sentBytes: (pattern) =>
      passed.reduce((sum, { request, bytes }) => sum + (pattern.test(request) ? bytes : 0), 0),
    fail: (pattern, fault, times = 1) => void rules.push({ pattern, fault, times }),
    goOffline: () => {
      offline = true
      sockets.faults.blockSockets()
    },
    heal: () => {
      offline = false
      rules = []
      sockets.heal()
    },
    close: () =>
      new Promise((resolve) => {
        sockets.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
