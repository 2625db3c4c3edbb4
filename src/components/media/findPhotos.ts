import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { formatDay } from '@/lib/format'
import { formatMonth } from '@/lib/formatMonth'
import { language } from '@/lib/i18n'
import { dayOf } from './photoTime'

/** Days are `YYYY-MM-DD`, both included. */
export type PhotoFilters = { search?: string; camera?: string; from?: string; to?: string }

/** Photos that have every word of the search in their file name, camera, place or date, and fit the other filters. */
export function findPhotos(photos: readonly LibraryPhoto[], filters: PhotoFilters): readonly LibraryPhoto[] {
  const { search = '', camera, from, to } = filters
  const words = fold(search).split(/\s+/).filter(Boolean)
  if (words.length === 0 && !camera && !from && !to) return photos
  return photos.filter((photo) => {
    if (camera && photo.camera !== camera) return false
    const day = dayOf(photo)
    if ((from && day < from) || (to && day > to)) return false
    const text = words.length > 0 ? textOf(photo) : ''
    return words.every((word) => text.includes(word))
  })
}

/** The cameras of a library, the most used first. */
export function camerasOf(photos: readonly LibraryPhoto[]): string[] {
  const counts = new Map<string, number>()
  for (const { camera } of photos) if (camera !== null) counts.set(camera, (counts.get(camera) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([camera]) => camera)
}

/** What was put into words, of one language. */
let texts = new WeakMap<LibraryPhoto, string>()
const days = new Map<string, string>()
let inLanguage = ''

/** What a photo is found by. A day is put into words once, however many photos it has. */
function textOf(photo: LibraryPhoto): string {
  if (inLanguage !== language()) {
    inLanguage = language()
    texts = new WeakMap()
    days.clear()
  }
  const known = texts.get(photo)
  if (known !== undefined) return known
  const day = dayOf(photo)
  const words = days.get(day) ?? [day, formatDay(day), formatMonth(day)].join(' ')
  days.set(day, words)
  const text = fold([photo.filename, photo.camera ?? '', photo.town?.name ?? '', words].join(' '))
  texts.set(photo, text)
  return text
}

/** Zurich finds Zürich. */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
