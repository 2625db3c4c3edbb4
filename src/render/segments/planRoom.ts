/** What finished parts of films may take on this device for good: 2 GB, or a fifth of what the browser allows. */
const MOST_BYTES = 2 * 2 ** 30
const MOST_PART = 0.2
export const MOST_MILLISECONDS = 14 * 24 * 60 * 60_000
/** Encoders miss their bitrate; and the index of the file needs room as well. */
const MARGIN = 1.25

export interface Room {
  /** To be kept at most, of all films. */
  readonly mostBytes: number
  /** Whether the parts of this film fit beside the film. */
  readonly keepsSegments: boolean
}

/** What a device must have free for a film of so many bytes, when nothing else is kept of it. */
export const roomForFilm = (filmBytes: number): number => Math.ceil(filmBytes * MARGIN)

/**
 * Plans the room for a film's parts. Each is there twice, once on its own and once in the film, unless it is deleted as
 * soon as it has been joined.
 * @param filmBytes what the film will be
 * @param estimate `navigator.storage.estimate()`; browsers that do not say (Chromium names 10 GB to all) are taken to have room
 */
export function planRoom(filmBytes: number, { quota, usage }: StorageEstimate): Room {
  if (quota === undefined || usage === undefined) return { mostBytes: MOST_BYTES, keepsSegments: true }
  return {
    mostBytes: Math.min(MOST_BYTES, quota * MOST_PART),
    keepsSegments: quota - usage >= 2 * roomForFilm(filmBytes),
  }
}
