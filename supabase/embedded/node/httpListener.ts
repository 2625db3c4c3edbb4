import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import { printable } from '../core/databaseError'
import type { Embedded } from '../core/embedded'

/** Paths that the embedded Supabase answers; all others belong to whoever owns the server. */
export function isSupabasePath(url: string | undefined): boolean {
  return /^\/(auth|rest|storage|realtime|functions)\/v1(\/|\?|$)/.test(url ?? '')
}

/** Answers requests; those that come during boot wait for it. */
export function requestListener(ready: Promise<Embedded>) {
  const listener = getRequestListener(
    async (request, env) => {
      const embedded = await ready.catch((error: unknown) => error)
      if (embedded instanceof Error) return unavailable(embedded)
      return (await ready).fetch(request, env.incoming.socket.remoteAddress ?? null)
    },
    { overrideGlobalObjects: false, errorHandler: failed },
  )
  return (request: IncomingMessage, response: ServerResponse): Promise<void> => listener(request, response)
}

function unavailable({ message }: Error): Response {
  return Response.json({ code: 'embedded_unavailable', message }, { status: 503 })
}

function failed(error: unknown): Response {
  console.error('[embedded supabase]', printable(error))
  return Response.json({ code: 'internal', message: 'Internal Server Error' }, { status: 500 })
}

type UpgradeListener = (request: IncomingMessage, stream: Duplex, head: Buffer) => void

/** The part of HTTP servers of either version that this needs. */
interface UpgradingServer {
  on(event: 'upgrade', listener: UpgradeListener): unknown
  off(event: 'upgrade', listener: UpgradeListener): unknown
}

/**
 * Takes the WebSocket upgrades of /realtime/v1/websocket and leaves all others (Vite's hot reload) alone.
 * @returns a function that ends the connections and stops listening
 */
export function attachRealtime(server: UpgradingServer, ready: Promise<Embedded>): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 8 * 1024 ** 2 })
  const upgrade: UpgradeListener = (request, stream, head) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname !== '/realtime/v1/websocket') return
    stream.on('error', () => stream.destroy())
    ready.then(
      (embedded) => {
        if (!embedded.realtime.accepts(url.searchParams.get('apikey')))
          return refuse(stream, '401 Unauthorized')
        sockets.handleUpgrade(request, stream, head, (socket) => {
          const connection = embedded.realtime.connect((data) => {
            if (socket.readyState === socket.OPEN) socket.send(data)
          })
          socket.on('message', (data, isBinary) => {
            const bytes = Array.isArray(data)
              ? Buffer.concat(data)
              : Buffer.isBuffer(data)
                ? data
                : Buffer.from(data)
            connection.receive(isBinary ? bytes : bytes.toString('utf8'))
          })
          socket.on('error', () => socket.terminate())
          socket.on('close', () => connection.close())
        })
      },
      () => refuse(stream, '503 Service Unavailable'),
    )
  }
  server.on('upgrade', upgrade)
  return () => {
    server.off('upgrade', upgrade)
    for (const client of sockets.clients) client.terminate()
    sockets.close()
  }
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
