import type { LibraryPhoto } from '@/domain/libraryPhoto'
import {
  BURST_BITS,
  BURST_SECONDS,
  COPY_BITS,
  COPY_BRIGHTNESS,
  DRIFT_BITS,
  RETAKE_BITS,
  RETAKE_SECONDS,
} from '@/story/choice/bestOfSimilar'
import { hashDistance, readHash, type PictureHash } from '@/story/choice/pictureHash'
import { photoTime } from './photoTime'

type Seen = { photo: LibraryPhoto; hash: PictureHash; at: number | null }
type Series = { first: Seen; last: Seen; members: LibraryPhoto[] }

const DAY_SECONDS = 86_400

/**
 * Photos of the same moment, by the id of each photo that has company: bursts, tries at the same picture, copies of a file.
 * What is alike is what the director finds alike (see: bestOfSimilar); here ten thousand are looked at while somebody waits,
 * so each is compared only with photos of the last minutes, and with those that share a quarter of its hash: two that
 * differ in three bits share one of four. The best, the sharpest, is first in its stack.
 */
export function stackPhotos(photos: readonly LibraryPhoto[]): ReadonlyMap<string, readonly LibraryPhoto[]> {
  const seen = photos
    .flatMap((photo): Seen[] => {
      const hash = readHash(photo.hash ?? undefined)
      return hash ? [{ photo, hash, at: photoTime(photo)?.seconds ?? null }] : []
    })
    .sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || compare(a.photo.id, b.photo.id))
  const begun = new Set<Series>()
  const recent: { at: number; series: Series }[] = []
  const alike = new Map<number, Series[]>()
  for (const one of seen) {
    const series = inTheLastMinutes(one, recent) ?? copyOf(one, alike)
    const own = series ?? { first: one, last: one, members: [] }
    own.members.push(one.photo)
    own.last = one
    begun.add(own)
    if (one.at !== null) recent.push({ at: one.at, series: own })
    for (const part of quarters(one.hash)) {
      const others = alike.get(part)
      if (!others) alike.set(part, [own])
      else if (others.at(-1) !== own) others.push(own)
    }
  }
  const stacks = new Map<string, readonly LibraryPhoto[]>()
  for (const { members } of begun) {
    if (members.length === 1) continue
    const stack = members.toSorted((a, b) => (b.sharpness ?? 0.5) - (a.sharpness ?? 0.5))
    for (const { id } of stack) stacks.set(id, stack)
  }
  return stacks
}

/** Another try, or of the same burst. `recent` is in the order of time, every photo with its series. */
function inTheLastMinutes(one: Seen, recent: readonly { at: number; series: Series }[]): Series | undefined {
  if (one.at === null) return undefined
  for (let n = recent.length - 1; n >= 0; n--) {
    const entry = recent[n]
    if (!entry || one.at - entry.at > RETAKE_SECONDS) return undefined
    const { series } = entry
    const seconds = one.at - (series.last.at ?? entry.at)
    const isBurst = seconds <= BURST_SECONDS && isSameCamera(one.photo, series.last.photo)
    const bits = hashDistance(one.hash, series.last.hash)
    if (bits <= (isBurst ? BURST_BITS : RETAKE_BITS) && fits(one, series)) return series
  }
  return undefined
}

/** The same file once more: saved again, cropped or coloured a little. */
function copyOf(one: Seen, alike: ReadonlyMap<number, readonly Series[]>): Series | undefined {
  for (const part of quarters(one.hash)) {
    const found = alike.get(part)?.findLast(({ last }, n, all) => {
      if (all.length - n > MOST_LOOKED_AT) return false
      const isSameDay = one.at === null || last.at === null || one.at - last.at < DAY_SECONDS
      const [light, other] = [one.photo.brightness, last.photo.brightness]
      const isAsLight = light === null || other === null || Math.abs(light - other) <= COPY_BRIGHTNESS
      return (
        isSameDay &&
        isAsLight &&
        hashDistance(one.hash, last.hash) <= COPY_BITS &&
        isSameShape(one.photo, last.photo)
      )
    })
    if (found && fits(one, found)) return found
  }
  return undefined
}
/** A quarter that thousands share (a white wall) tells nothing. */
const MOST_LOOKED_AT = 200

const fits = (one: Seen, { first, last }: Series) =>
  isSameShape(one.photo, last.photo) && hashDistance(one.hash, first.hash) <= DRIFT_BITS

const isSameCamera = (a: LibraryPhoto, b: LibraryPhoto) => a.camera !== null && a.camera === b.camera

/** Upright and lying pictures are different pictures, of whatever moment. */
function isSameShape(a: LibraryPhoto, b: LibraryPhoto): boolean {
  const ratio = (a.width * b.height) / (a.height * b.width)
  return ratio > 0.9 && ratio < 1.1
}

/** Each quarter of a hash with its place in it, as one number. */
const quarters = ({ high, low }: PictureHash) =>
  [high >>> 16, high & 0xffff, low >>> 16, low & 0xffff].map((part, n) => n * 0x10000 + part)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
