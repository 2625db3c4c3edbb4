import { z } from 'zod'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { persistentStorage } from '@/lib/persistentStorage'

type NoticesState = {
  /** The people of this browser who want notifications of the system, by user id. */
  wanting: readonly string[]
  systemNotificationsWanted: (userId: string, wanted: boolean) => void
}

const KEY = 'photomemory.notices'
const savedSchema = z.object({ wanting: z.array(z.uuid()).catch([]) }).catch({ wanting: [] })

/**
 * Who turned on notifications of the system. The browser's permission belongs to the page; this wish belongs to a
 * person: on a shared computer nobody's film is announced because somebody else asked for it.
 */
export const useNoticesStore = create<NoticesState>()(
  persist(
    (set) => ({
      wanting: [],
      systemNotificationsWanted: (userId, wanted) =>
        set(({ wanting }) => {
          const others = wanting.filter((id) => id !== userId)
          return { wanting: wanted ? [...others, userId] : others }
        }),
    }),
    {
      name: KEY,
      version: 1,
      storage: createJSONStorage(persistentStorage),
      partialize: ({ wanting }) => ({ wanting }),
      merge: (saved, current) => ({ ...current, ...savedSchema.parse(saved) }),
    },
  ),
)

/** A switch turned in another tab counts in this one. @returns stop */
export function followOtherTabs(): () => void {
  const hear = ({ key }: StorageEvent) => {
    if (key === KEY) void useNoticesStore.persist.rehydrate()
  }
  addEventListener('storage', hear)
  return () => removeEventListener('storage', hear)
}
