import { create } from 'zustand'

type LibraryState = {
  /** Ids of the photos that are chosen in the media library. */
  selected: ReadonlySet<string>
  /** Whether the facts about a photo stand beside it where it is looked at in the large. */
  hasFacts: boolean
  select: (ids: Iterable<string>) => void
  /** Something was done with these: they are not chosen any more. */
  leave: (ids: readonly string[]) => void
  clear: () => void
  toggleFacts: () => void
}

const NOTHING: ReadonlySet<string> = new Set()

/**
 * What is chosen in the media library: too much for an address, and needed by the dialogs that act on it. It ends with the
 * page.
 */
export const useLibraryStore = create<LibraryState>()((set) => ({
  selected: NOTHING,
  hasFacts: false,
  select: (ids) => set({ selected: new Set(ids) }),
  leave: (ids) =>
    set(({ selected }) => ({ selected: new Set([...selected].filter((id) => !ids.includes(id))) })),
  clear: () => set(({ selected }) => (selected.size === 0 ? {} : { selected: NOTHING })),
  toggleFacts: () => set(({ hasFacts }) => ({ hasFacts: !hasFacts })),
}))

export const useSelectedPhotos = () => useLibraryStore((state) => state.selected)
