import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router-dom'
import { notificationQueries, useMarkAllRead } from '@/hooks/queries/notifications'
import { useCommandKeys } from '@/hooks/useCommandKeys'
import { useCommands } from '@/hooks/useCommands'
import { useOpenModal } from '@/hooks/useModal'
import { useScreenSize } from '@/hooks/useScreenSize'
import { useEmail } from '@/hooks/useSession'
import { useSignOut } from '@/hooks/useSignOut'
import { canInstall, install, onInstallation } from '@/lib/installation'
import { paths } from '@/lib/paths'
import { tellError } from '@/lib/tellError'
import { useUiStore } from '@/stores/ui.store'

/** The commands of every page, and the keys of all commands. Shows nothing. See: [Note: one list of commands] */
export function ShellCommands({ userId }: { userId: string }) {
  useCommandKeys()
  useWays()
  useShell(userId)
  useAccount(userId)
  return null
}

function useWays() {
  const navigate = useNavigate()
  const to = (path: string) => () => void navigate(path)
  useCommands({
    newProject: to(paths.newProject),
    trySamples: to(paths.newProjectWithSamples),
    goProjects: to(paths.projects),
    goMedia: to(paths.media),
    goQueue: to(paths.queue),
    goSettings: to(paths.settings),
    goBilling: to(paths.billing),
    notificationSettings: to(paths.notificationSettings),
  })
}

function useShell(userId: string) {
  const size = useScreenSize()
  const { setTheme, toggleSidebar } = useUiStore.getState()
  const openPalette = useOpenModal('palette')
  const openShortcuts = useOpenModal('shortcuts')
  const markAllRead = useReadAll(userId)
  useCommands({
    openPalette: () => openPalette({}),
    showShortcuts: () => openShortcuts({}),
    search: () => focusSearch() || openPalette({}),
    openNotices: () => document.querySelector<HTMLElement>('[data-bell]')?.click(),
    markAllRead,
    toggleSidebar: () => toggleSidebar(size),
    themeLight: () => setTheme('light'),
    themeDark: () => setTheme('dark'),
    themeSystem: () => setTheme('system'),
  })
}

/** The field in which the page itself is searched. @returns whether there is one */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('#main input[type=search]')
  field?.focus()
  field?.select()
  return field !== null
}

/** Null while there is nothing unread. The list is asked for only then. */
function useReadAll(userId: string): (() => void) | null {
  const client = useQueryClient()
  const { data: unread = 0 } = useQuery(notificationQueries.unread(userId))
  const { mutate } = useMarkAllRead(userId)
  async function readAll() {
    const feed = await client.fetchInfiniteQuery(notificationQueries.feed(userId))
    const newest = feed.pages[0]?.notifications[0]
    if (newest) mutate(newest)
  }
  return unread > 0 ? () => void readAll().catch(tellError) : null
}

function useAccount(userId: string) {
  const navigate = useNavigate()
  const email = useEmail()
  const openDeletion = useOpenModal('deleteAccount')
  const leave = useSignOut()
  const canBeInstalled = useSyncExternalStore(onInstallation, canInstall)
  useCommands({
    exportAccount: () => {
      void collectExport(userId).catch(tellError)
      void navigate(paths.settings)
    },
    deleteAccount: () => openDeletion({ email }),
    installApp: canBeInstalled ? () => void install().catch(tellError) : null,
    signOut: () => void leave(),
  })
}

/** What collects is large, and seldom wanted. */
async function collectExport(userId: string): Promise<void> {
  const { startExport } = await import('@/hooks/accountExport')
  await startExport(userId)
}
