/** What of Trusted Types is used here; TypeScript does not know them yet. */
type WorkerPolicy = { createScriptURL: (address: string, type: string, sink: string) => string | null }
type Factory = { createPolicy: (name: string, rules: WorkerPolicy) => unknown }

/**
 * [Note: no text becomes code] Under our content security policy (docs/hosting/headers.mjs) the browser takes no plain text
 * where it would become code or HTML. All that this page needs there are the addresses of workers: its own, and those of two
 * libraries (the beat detector, the AAC encoder) that start one from a blob they made, and that of its service worker. This
 * policy, asked for every such address, lets them through and nothing else: no script element, no HTML, no code of another origin.
 *
 * Imported first of all, by the page and by every worker that starts workers.
 */
function isOwnWorker(address: string, sink: string): boolean {
  if (sink === 'ServiceWorkerContainer register') return address === `${import.meta.env.BASE_URL}sw.js`
  if (sink !== 'Worker constructor' || !URL.canParse(address, location.origin)) return false
  const { protocol, origin, pathname } = new URL(address, location.origin)
  if (origin !== location.origin) return false
  return protocol === 'blob:' || pathname.startsWith(`${import.meta.env.BASE_URL}assets/`)
}

const { trustedTypes } = globalThis as { trustedTypes?: Factory }
trustedTypes?.createPolicy('default', {
  createScriptURL: (address, _type, sink) => (isOwnWorker(address, sink) ? address : null),
})
