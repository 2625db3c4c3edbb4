import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client'

/** Sends the pieces of an upload by `fetch`, where there is no XMLHttpRequest. Says nothing of progress within a piece. */
export class FetchStack implements HttpStack {
  getName = () => 'FetchStack'
  createRequest = (method: string, url: string): HttpRequest => new FetchRequest(method, url)
}

class FetchRequest implements HttpRequest {
  readonly #method: string
  readonly #url: string
  readonly #headers = new Headers()
  readonly #stop = new AbortController()

  constructor(method: string, url: string) {
    this.#method = method
    this.#url = url
  }
  getMethod = () => this.#method
  getURL = () => this.#url
  setHeader = (name: string, value: string) => this.#headers.set(name, value)
  getHeader = (name: string) => this.#headers.get(name) ?? undefined
  setProgressHandler = () => undefined
  getUnderlyingObject = () => undefined
  async abort(): Promise<void> {
    this.#stop.abort()
  }
  async send(body: Blob | null = null): Promise<HttpResponse> {
    const { signal } = this.#stop
    try {
      const response = await fetch(this.#url, { method: this.#method, headers: this.#headers, body, signal })
      const text = await response.text()
      return {
        getStatus: () => response.status,
        getHeader: (name) => response.headers.get(name) ?? undefined,
        getBody: () => text,
        getUnderlyingObject: () => response,
      }
    } catch (error) {
      // As an aborted XMLHttpRequest: nobody hears of it.
      if (signal.aborted) return new Promise<never>(() => undefined)
      throw error
    }
  }
}
