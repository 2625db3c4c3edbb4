/**
 * What the pages and the service worker (src/sw) both know of the browser's caches: pure, so that the worker stays small.
 *
 * [Note: what the worker keeps] Files of the build, and nothing else: the page itself as `/`, the few files beside it, and what
 * lies in /assets under the hash of its content. Answers of Supabase, addresses that are signed, films, other hosts and parts of
 * files never come into a cache; `wayOf` names what does, and everything it does not name goes past the worker.
 */

/** A cache for each build, so that one goes as a whole when nobody has that build open any more. */
export const BUILD_CACHE = 'photomemory-build:'
/** The language that the next build has to bring along; see `rememberLanguage`. */
export const LANGUAGE_CACHE = 'photomemory-language'

/** A lock that every page holds as long as its code runs: which builds are still open, in all tabs. */
export const codeLock = (entry: string) => `photomemory.code:${entry}`

/** Which of its files a page is begun with: names the build it came from. Null where the page has none, as in tests. */
export const entryOf = (html: string): string | null =>
  /<script\b[^>]*\bsrc="([^"]*\/assets\/[^"]+)"/.exec(html)?.[1] ?? null

/** What a page tells the worker. */
export type PageMessage =
  | { type: 'activate' }
  /** `used`: addresses of files that came before the worker did. `language`: the one on screen. */
  | { type: 'started'; used: string[]; language: string }

/** A message as it comes, or null for one that is none of ours. */
export function readPageMessage(data: unknown): PageMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null
  if (data.type === 'activate') return { type: 'activate' }
  if (data.type !== 'started' || !('used' in data) || !('language' in data)) return null
  const { used, language } = data
  if (!Array.isArray(used) || typeof language !== 'string') return null
  return { type: 'started', used: used.filter((address) => typeof address === 'string'), language }
}
