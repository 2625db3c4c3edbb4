import { boolean, catch as orElse, enum as oneOf, nullable, object, string, type output } from 'zod/mini'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { persistentStorage } from '@/lib/persistentStorage'

export const THEMES = ['light', 'dark', 'system'] as const
const themeSchema = oneOf(THEMES)
export type Theme = output<typeof themeSchema>

/** The sizes at which the shell is another one; src/hooks/useScreenSize.ts tells which it is. */
export type ScreenSize = 'phone' | 'tablet' | 'laptop'

/** What each dialog needs to know. A dialog not listed here cannot be opened. */
export type Modals = {
  deleteProject: { projectId: string; title: string }
  projectConflict: { projectId: string; title: string }
  shareProject: { projectId: string; title: string }
  deleteAccount: { email: string }
  /** Library photos into a project. */
  addToProject: { photoIds: readonly string[] }
  deletePhotos: { photoIds: readonly string[] }
  /** The draft's film before it is made. */
  draftPreview: Record<string, never>
  /** Another length or shape of a project's film. */
  newCut: { projectId: string; title: string }
  /** Ways for a finished film to reach other people. */
  sendFilm: { videoId: string; projectId: string; title: string }
  /** The sidebar of a phone, over the page. */
  navigation: Record<string, never>
  /** Search over everything that has a name, and every command. */
  palette: Record<string, never>
  /** What can be done with keys. */
  shortcuts: Record<string, never>
  /** What happened, on phones. */
  notices: Record<string, never>
}
export type ModalName = keyof Modals

type UiState = {
  theme: Theme
  /**
   * The language that this device last had on screen by somebody's choice; null: as the browser is set.
   * [Note: whose language] Signed in, the language is the profile's (`users.language`), and src/hooks/useProfileLanguage.ts keeps it
   * here as well: the next start needs it before anything is asked of the server, and so does the page for signing in.
   */
  language: string | null
  /** The person chose it on a page for strangers just now: on signing in, their profile takes it over. Not remembered. */
  isLanguageNew: boolean
  /**
   * Whether the sidebar shows words beside its icons, remembered for each size by itself.
   * [Note: a phone's sidebar is a dialog] It covers the page, so it is closed at first and by going anywhere, and the back button
   * closes it: it is in the modal map and not remembered.
   */
  sidebar: Record<Exclude<ScreenSize, 'phone'>, boolean>
  modals: Partial<Modals>
  setTheme: (theme: Theme) => void
  /** @param isNew chosen by a stranger, who may turn out to have a profile */
  setLanguage: (language: string, isNew?: boolean) => void
  setSidebarOpen: (size: ScreenSize, open: boolean) => void
  toggleSidebar: (size: ScreenSize) => void
  openModal: <Name extends ModalName>(name: Name, data: Modals[Name]) => void
  closeModal: (name: ModalName) => void
}

const defaults = { theme: 'system', language: null, sidebar: { tablet: false, laptop: true } } as const
/** A value that is not ours any more becomes the default; the others stay. */
const savedSchema = orElse(
  object({
    theme: orElse(themeSchema, defaults.theme),
    language: orElse(nullable(string()), defaults.language),
    sidebar: orElse(
      object({
        tablet: orElse(boolean(), defaults.sidebar.tablet),
        laptop: orElse(boolean(), defaults.sidebar.laptop),
      }),
      defaults.sidebar,
    ),
  }),
  defaults,
)
const firstVersion = object({ sidebarOpen: boolean() })

/** The first version knew one sidebar, that of laptops. */
function migrate(saved: unknown): unknown {
  const old = firstVersion.safeParse(saved)
  return old.success ? { ...Object(saved), sidebar: { laptop: old.data.sidebarOpen } } : saved
}

/** What a person chose about the interface. public/theme.js reads the same localStorage entry before first paint. */
export const useUiStore = create<UiState>()(
  persist(
    (set, get) => ({
      ...defaults,
      isLanguageNew: false,
      modals: {},
      setTheme: (theme) => set({ theme }),
      setLanguage: (language, isNew = false) => set({ language, isLanguageNew: isNew }),
      setSidebarOpen: (size, open) => {
        if (size !== 'phone') return set(({ sidebar }) => ({ sidebar: { ...sidebar, [size]: open } }))
        if (open) get().openModal('navigation', {})
        else get().closeModal('navigation')
      },
      toggleSidebar: (size) => get().setSidebarOpen(size, !isSidebarOpen(get(), size)),
      openModal: (name, data) => set(({ modals }) => ({ modals: { ...modals, [name]: data } })),
      closeModal: (name) =>
        set((state) => {
          const { [name]: closed, ...modals } = state.modals
          return closed === undefined ? state : { modals }
        }),
    }),
    {
      name: 'photomemory.ui',
      version: 2,
      storage: createJSONStorage(persistentStorage),
      migrate,
      partialize: ({ theme, language, sidebar }) => ({ theme, language, sidebar }),
      merge: (saved, current) => ({ ...current, ...savedSchema.parse(saved) }),
    },
  ),
)

function isSidebarOpen({ sidebar, modals }: UiState, size: ScreenSize): boolean {
  return size === 'phone' ? modals.navigation !== undefined : sidebar[size]
}

export const useTheme = () => useUiStore((state) => state.theme)
export const useSidebarOpen = (size: ScreenSize) => useUiStore((state) => isSidebarOpen(state, size))

/**
 * Follow what the person chooses in another tab. Mounted once.
 * @returns stop
 */
export function followOtherTabs(): () => void {
  const onStorage = ({ key, storageArea }: StorageEvent) => {
    if (storageArea === localStorage && key === useUiStore.persist.getOptions().name)
      void useUiStore.persist.rehydrate()
  }
  addEventListener('storage', onStorage)
  return () => removeEventListener('storage', onStorage)
}
