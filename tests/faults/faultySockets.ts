import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer, type RawData } from 'ws'

/** What can go wrong with the sockets of a line. */
export type SocketFaults = {
  /** Cuts the sockets and refuses new ones; requests go on. */
  blockSockets(): void
  /** Cuts the sockets there are; new ones are let through. */
  dropSockets(): void
  /** Nothing passes the sockets there are any more and nobody is told, as after a change of network. New ones work. */
  stallSockets(): void
  /** Holds back what the server says where its text matches; the page hears it when it is delivered. */
  holdMessages(pattern: RegExp): void
  /** The texts that are held back, in their order. */
  heldMessages(): string[]
  /**
   * Ends holding and delivers what was held, in this order: reversed, doubled, or with some of it left out. Messages of
   * sockets that are gone are dropped.
   */
  deliverMessages(order?: (held: readonly HeldMessage[]) => readonly HeldMessage[]): void
  /** How many sockets are open now, and how many were opened so far. */
  sockets(): { open: number; opened: number }
}

export type HeldMessage = { text: string; deliver: () => void }

/** The sockets of a fault proxy: joins each page's socket to one of the server's. */
export function faultySockets(target: string) {
  const pages = new WebSocketServer({ noServer: true })
  const joined = new Set<{ page: WebSocket; server: WebSocket; stalled: boolean }>()
  let blocked = false
  let opened = 0
  let holding: RegExp | null = null
  let held: HeldMessage[] = []

  const drop = () => {
    for (const { page, server } of joined) {
      page.terminate()
      server.terminate()
    }
  }
  const join = (page: WebSocket, request: IncomingMessage) => {
    const server = new WebSocket(`${target.replace(/^http/, 'ws')}${request.url}`)
    const pair = { page, server, stalled: false }
    const early: [RawData, boolean][] = []
    joined.add(pair)
    opened++
    page.on('message', (data, isBinary) => {
      if (pair.stalled) return
      if (server.readyState === WebSocket.OPEN) server.send(data, { binary: isBinary })
      else early.push([data, isBinary])
    })
    server.on('open', () => {
      for (const [data, isBinary] of early) server.send(data, { binary: isBinary })
    })
    server.on('message', (data, isBinary) => {
      if (pair.stalled) return
      const text = isBinary ? '' : textOf(data)
      const deliver = () => page.send(data, { binary: isBinary })
      if (holding?.test(text)) held.push({ text, deliver })
      else deliver()
    })
    for (const end of [page, server]) {
      end.on('error', () => end.terminate())
      end.on('close', () => {
        joined.delete(pair)
        page.terminate()
        server.terminate()
      })
    }
  }

  const faults: SocketFaults = {
    blockSockets: () => {
      blocked = true
      drop()
    },
    dropSockets: drop,
    stallSockets: () => {
      for (const pair of joined) pair.stalled = true
    },
    holdMessages: (pattern) => {
      holding = pattern
    },
    heldMessages: () => held.map(({ text }) => text),
    deliverMessages: (order = (messages) => messages) => {
      const messages = order(held)
      holding = null
      held = []
      for (const { deliver } of messages) deliver()
    },
    sockets: () => ({ open: joined.size, opened }),
  }
  return {
    faults,
    upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      stream.on('error', () => stream.destroy())
      if (blocked) return void stream.destroy()
      pages.handleUpgrade(request, stream, head, (page) => join(page, request))
    },
    heal: () => {
      blocked = false
      holding = null
      held = []
    },
    close: () => {
      drop()
      pages.close()
    },
  }
}

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data)).toString(
    'utf8',
  )
