import { boolean, catch as orElse, enum as oneOf, object, type output } from 'zod/mini'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export const THEMES = ['light', 'dark', 'system'] as const
const themeSchema = oneOf(THEMES)
export type Theme = output<typeof themeSchema>

/** What each dialog needs to know. A dialog not listed here cannot be opened. */
export type Modals = {
  deleteProject: { projectId: string; title: string }
  projectConflict: { projectId: string; title: string }
  shareProject: { projectId: string; title: string }
}
export type ModalName = keyof Modals

type UiState = {
  theme: Theme
  /** On laptops: the sidebar shows words beside its icons. */
  sidebarOpen: boolean
  modals: Partial<Modals>
  setTheme: (theme: Theme) => void
  toggleSidebar: () => void
  openModal: <Name extends ModalName>(name: Name, data: Modals[Name]) => void
  closeModal: (name: ModalName) => void
}

const defaults = { theme: 'system', sidebarOpen: true } as const
/** A value that is not ours any more becomes the default; the others stay. */
const savedSchema = orElse(
  object({
    theme: orElse(themeSchema, defaults.theme),
    sidebarOpen: orElse(boolean(), defaults.sidebarOpen),
  }),
  defaults,
)

/** What a person chose about the interface. public/theme.js reads the same localStorage entry before first paint. */
export const useUiStore = create<UiState>()(
  persist(
    (set) => ({
      ...defaults,
      modals: {},
      setTheme: (theme) => set({ theme }),
      toggleSidebar: () => set(({ sidebarOpen }) => ({ sidebarOpen: !sidebarOpen })),
      openModal: (name, data) => set(({ modals }) => ({ modals: { ...modals, [name]: data } })),
      closeModal: (name) => set(({ modals: { [name]: _closed, ...modals } }) => ({ modals })),
    }),
    {
      name: 'photomemory.ui',
      version: 1,
      partialize: ({ theme, sidebarOpen }) => ({ theme, sidebarOpen }),
      merge: (saved, current) => ({ ...current, ...savedSchema.parse(saved) }),
    },
  ),
)

export const useTheme = () => useUiStore((state) => state.theme)
