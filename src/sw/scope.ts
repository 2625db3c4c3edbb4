/**
 * What a service worker has that a page has not. TypeScript knows either the one or the other (`lib`), and the pages are more.
 */
export type WaitingEvent = Event & { waitUntil: (work: Promise<unknown>) => void }
export type AskedEvent = WaitingEvent & {
  readonly request: Request
  respondWith: (answer: Response | Promise<Response>) => void
}

export type WorkerScope = {
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  skipWaiting: () => Promise<void>
  addEventListener: {
    (type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void
    (type: 'fetch', listener: (event: AskedEvent) => void): void
    (type: 'message', listener: (event: WaitingEvent & { readonly data: unknown }) => void): void
  }
}

/** What the build (src/sw/build) writes into the worker; its text changes with every file of a build. */
export type Build = {
  id: string
  /** The script its page begins with. */
  entry: string
  /** Files beside the page: `/theme.js`. */
  files: string[]
  /** What the dashboard and the draft need to open. */
  assets: string[]
  /** What speaks each language, by its tag. */
  words: Record<string, string[]>
}
