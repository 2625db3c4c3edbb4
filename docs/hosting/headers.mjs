/**
 * The headers that every host of the page sends, in one place. `vite preview` (and with it the whole e2e) serves exactly
 * these; `node docs/hosting/write.mjs` writes them for Netlify and Cloudflare (public/_headers), Vercel (vercel.json) and
 * nginx (docs/hosting/nginx-headers.conf), and tests/docs/hosting.test.ts fails when one of those is out of date.
 *
 * [Note: what the page may load] Code comes from the page's own files alone: nothing inline, no eval; WebAssembly may be
 * compiled. No text becomes code or HTML (Trusted Types); the one policy, src/lib/trustedWorkers.ts, lets through the
 * addresses of workers. Styles may be inline: React Aria and the drag-and-drop library set some. Pages may not be framed.
 * There is no COEP: nothing here needs SharedArrayBuffer, and it would forbid pictures of hosts that send no CORP.
 */

/** Where a hosted Supabase answers. Yours under a domain of its own? Put it here and run `node docs/hosting/write.mjs`. */
const SUPABASE = 'https://*.supabase.co'

/**
 * @param {string} supabase the origin of the Supabase that the page talks to, or 'self'
 * @returns {string} the value of Content-Security-Policy
 */
export function contentSecurityPolicy(supabase = SUPABASE) {
  const files = supabase === 'self' ? [] : [supabase]
  const answers = files.flatMap((origin) => [origin, origin.replace(/^http/, 'ws')])
  const directives = {
    'default-src': ["'self'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'blob:', 'data:', ...files],
    'media-src': ["'self'", 'blob:', ...files],
    'connect-src': ["'self'", 'blob:', 'data:', ...answers],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'font-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default'],
  }
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}

/**
 * @param {string} [supabase] see `contentSecurityPolicy`
 * @returns {Record<string, string>} what is sent with every file
 */
export function securityHeaders(supabase) {
  return {
    'Content-Security-Policy': contentSecurityPolicy(supabase),
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  }
}

/**
 * Pages behind a link to one film: nobody's search engine keeps them. The address is the key (SharedFilmPage.tsx), so the
 * page itself asks for no referrer at all; it is no header here because a second Referrer-Policy would be sent beside the
 * one above.
 */
export const SHARED = '/s/'
export const SHARED_HEADERS = { 'X-Robots-Tag': 'noindex, nofollow, noarchive' }

/** File names in /assets carry a hash of their content: they never change. Everything else must be asked for anew. */
export const ASSETS = '/assets/'
export const ASSET_CACHING = 'public, max-age=31536000, immutable'
export const PAGE_CACHING = 'no-cache'

/** The service worker: a browser that keeps an old one would keep people on an old version. */
export const WORKER = '/sw.js'

/** Says that the page can be installed. Some hosts do not know the ending. */
export const MANIFEST = '/manifest.webmanifest'
export const MANIFEST_TYPE = 'application/manifest+json'
