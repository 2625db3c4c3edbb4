import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { language, t } from '@/lib/i18n'
import { formatMonth } from '@/lib/formatMonth'
import { dayOf, orderOf } from './photoTime'

export const GROUPINGS = ['month', 'place'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** One place in the grid: a photo, or the best of a stack that stands for all of it. */
export type Cell = {
  photo: LibraryPhoto
  /** Everything that is chosen with it, itself included. */
  ids: readonly string[]
  /** The stack it is of, whether it is spread out or not; undefined for a photo of its own. */
  stack?: readonly LibraryPhoto[]
}
export type PhotoGroup = { key: string; title: string; cells: Cell[] }

/**
 * The library as it is shown: newest first under months, or under towns, the one that was visited last first. A stack is one
 * cell where its best photo stands, or, spread out, its photos side by side.
 */
export function groupPhotos(
  photos: readonly LibraryPhoto[],
  by: Grouping,
  stacks: ReadonlyMap<string, readonly LibraryPhoto[]>,
  spread: ReadonlySet<string>,
): PhotoGroup[] {
  const there = new Set(photos.map(({ id }) => id))
  const groups = new Map<string, PhotoGroup>()
  const placed = new Set<string>()
  for (const photo of photos.toSorted(newestFirst)) {
    if (placed.has(photo.id)) continue
    const stack = stacks.get(photo.id)?.filter(({ id }) => there.has(id)) ?? [photo]
    for (const { id } of stack) placed.add(id)
    const best = stack[0] ?? photo
    const key = by === 'month' ? dayOf(best).slice(0, 7) : String(best.town?.id ?? '')
    const group = groups.get(key) ?? { key, title: titleOf(best, by), cells: [] }
    groups.set(key, group)
    if (stack.length === 1) group.cells.push({ photo: best, ids: [best.id] })
    else if (spread.has(best.id))
      for (const one of stack) group.cells.push({ photo: one, ids: [one.id], stack })
    else group.cells.push({ photo: best, ids: stack.map(({ id }) => id), stack })
  }
  const all = [...groups.values()]
  // What nobody knows the place of comes last.
  return by === 'place' ? all.sort((a, b) => Number(a.key === '') - Number(b.key === '')) : all
}

/** Every photo as one comes to it, cell by cell; those of a stack one after the other, whether it is spread out or not. */
export const photosInOrder = (cells: readonly Cell[]): LibraryPhoto[] =>
  cells.flatMap(({ photo, ids, stack }) => (stack && ids.length > 1 ? stack : [photo]))

const newestFirst = (a: LibraryPhoto, b: LibraryPhoto) =>
  compare(orderOf(b), orderOf(a)) || compare(b.createdAt, a.createdAt) || compare(b.id, a.id)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function titleOf(photo: LibraryPhoto, by: Grouping): string {
  if (by === 'month') return formatMonth(dayOf(photo))
  return photo.town ? placeName(photo.town) : t('library.noPlace')
}

/** `Bern, Switzerland`. */
export function placeName({ name, country }: { name: string; country: string }): string {
  const countries = new Intl.DisplayNames(language(), { type: 'region', fallback: 'code' })
  // A code that is none is refused.
  const known = /^[A-Z]{2}$/.test(country) ? countries.of(country) : undefined
  return known ? t('library.place', { town: name, country: known }) : name
}
