import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'

/**
 * What goes wrong with one request: an answer that is not the server's, no answer although the server never saw the
 * request (`cut`), or no answer although the server did what was asked (`lost_answer`).
 */
export type Fault =
  { status: number; headers?: Record<string, string>; body?: object } | 'cut' | 'lost_answer'
type Rule = { matches: (request: IncomingMessage) => boolean; fault: Fault; times: number }

export type FaultProxy = {
  url: string
  /** The next `times` requests whose `METHOD path` matches go wrong. */
  fail(pattern: RegExp, fault: Fault, times?: number): void
  /** Cuts the sockets and refuses new ones; requests go on. */
  blockSockets(): void
  /** Everything goes wrong, sockets too, until `heal`. */
  goOffline(): void
  heal(): void
  /** `METHOD path` of every request, in order. */
  seen: string[]
  close(): Promise<void>
}

/** A line between page and server that can be cut. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  const seen: string[] = []
  let rules: Rule[] = []
  let offline = false
  let blocked = false

  const faultOf = (request: IncomingMessage): Fault | undefined => {
    if (offline) return 'cut'
    const rule = rules.find(({ matches, times }) => times > 0 && matches(request))
    if (rule) rule.times--
    return rule?.fault
  }
  const forward = (request: IncomingMessage, response: ServerResponse, fault: Fault | undefined) => {
    const { method, url: path, headers } = request
    const onward = httpRequest({ hostname, port, method, path, headers }, (answer) => {
      if (fault === 'lost_answer') {
        answer.resume().on('end', () => request.socket.destroy())
        return
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => request.socket.destroy())
    request.pipe(onward)
  }
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    const fault = faultOf(request)
    if (fault === 'cut') return void request.socket.destroy()
    if (fault === undefined || fault === 'lost_answer') return forward(request, response, fault)
    request.resume().on('end', () => {
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
      response.end(JSON.stringify(fault.body ?? { message: 'a fault of the test' }))
    })
  })
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (offline || blocked) return void socket.destroy()
    sockets.add(socket)
    const onward = connect(Number(port), hostname, () => {
      const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${String(value)}`)
      onward.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    for (const end of [socket, onward]) end.on('error', () => (socket.destroy(), onward.destroy()))
    socket.on('close', () => (sockets.delete(socket), onward.destroy()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')

  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    fail: (pattern, fault, times = 1) =>
      rules.push({ matches: ({ method, url }) => pattern.test(`${method} ${url}`), fault, times }),
    blockSockets: () => {
      blocked = true
      for (const socket of sockets) socket.destroy()
    },
    goOffline: () => {
      offline = true
      for (const socket of sockets) socket.destroy()
    },
    heal: () => {
      offline = false
      blocked = false
      rules = []
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
