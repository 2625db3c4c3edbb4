import { create } from 'zustand'

type LibraryState = {
  /** Ids of the photos that are chosen in the media library. */
  selected: ReadonlySet<string>
  select: (ids: Iterable<string>) => void
  clear: () => void
}

const NOTHING: ReadonlySet<string> = new Set()

/**
 * What is chosen in the media library: too much for an address, and needed by the dialogs that act on it. It ends with the
 * page.
 */
export const useLibraryStore = create<LibraryState>()((set) => ({
  selected: NOTHING,
  select: (ids) => set({ selected: new Set(ids) }),
  clear: () => set(({ selected }) => (selected.size === 0 ? {} : { selected: NOTHING })),
}))

export const useSelectedPhotos = () => useLibraryStore((state) => state.selected)
