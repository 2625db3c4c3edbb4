declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  /** @returns what compresses answers of text on their way out */
  export default function compression(): (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void
}
