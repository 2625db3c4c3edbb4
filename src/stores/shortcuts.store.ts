import { boolean, catch as orElse, object } from 'zod/mini'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { persistentStorage } from '@/lib/persistentStorage'

type ShortcutsState = {
  /**
   * Whether single characters give commands. Those who speak to their computer, or whose hands hit keys they did not mean, can
   * switch it off (WCAG 2.1.4); shortcuts with Ctrl or ⌘ stay.
   */
  singleKeys: boolean
  setSingleKeys: (singleKeys: boolean) => void
}

const savedSchema = orElse(object({ singleKeys: orElse(boolean(), true) }), { singleKeys: true })

/** Beside the ui store and not in it: the first page a stranger sees knows no shortcuts and need not load them. */
export const useShortcutsStore = create<ShortcutsState>()(
  persist(
    (set) => ({
      singleKeys: true,
      setSingleKeys: (singleKeys) => set({ singleKeys }),
    }),
    {
      name: 'photomemory.shortcuts',
      version: 1,
      storage: createJSONStorage(persistentStorage),
      partialize: ({ singleKeys }) => ({ singleKeys }),
      merge: (saved, current) => ({ ...current, ...savedSchema.parse(saved) }),
    },
  ),
)
