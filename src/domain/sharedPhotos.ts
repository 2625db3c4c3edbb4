/**
 * [Note: photos that were shared] A phone hands photos to the installed app as a form that is sent to `SHARE_PATH`. No server is
 * asked: the service worker takes them, puts them where the page can read them, and leads to the draft, which takes them up as
 * if they had been dropped there (src/hooks/useSharedPhotos.ts). They wait for whoever signs in, because a phone asks nobody
 * who is signed in; so they are found only under the random id in the address, for an hour, and a sign-out removes them.
 */
export const SHARE_PATH = '/share-target'
/** The field of the form, as public/manifest.webmanifest names it. */
export const SHARE_FIELD = 'photos'
export const SHARE_CACHE = 'photomemory-shared'
export const SHARE_MAX_AGE_MS = 3_600_000
/** More at once would have to be held twice on a phone that is short of room; the rest is refused by name. */
export const SHARE_MAX_PHOTOS = 100
export const SHARE_MAX_BYTES = 300_000_000
/** In the address, where an id would be, when the photos could not be kept. */
export const SHARE_FAILED = 'failed'

/** What came with one share. A file lies at `sharedFileKey`, in the order of `names`. */
export type SharedPhotos = {
  /** Milliseconds since 1970, by the clock of this device. */
  at: number
  names: string[]
  /** Names of those there was no room for. */
  leftOut: string[]
}

export const sharedKey = (id: string) => `${SHARE_PATH}/${id}`
export const sharedFileKey = (id: string, index: number) => `${SHARE_PATH}/${id}/${index}`

/** Has what was shared at this moment waited too long? A clock that was set back counts as too long. */
export const isStale = (at: number, now: number) => now - at > SHARE_MAX_AGE_MS || at - now > SHARE_MAX_AGE_MS
