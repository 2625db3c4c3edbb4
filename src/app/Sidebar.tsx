import PanelLeft from 'lucide-react/icons/panel-left'
import { lazy, Suspense, useRef } from 'react'
import { Link } from 'react-router-dom'
import { keyText } from '@/components/commands/Keys'
import { Logo } from '@/components/ui/Logo'
import { COMMANDS } from '@/domain/command'
import { useScreenSize } from '@/hooks/useScreenSize'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { ariaKeys } from '@/lib/shortcut'
import { useSidebarOpen, useUiStore } from '@/stores/ui.store'
import { ICON, NavigationLinks, rowClass } from './destinations'
import { ErrorBoundary } from './ErrorBoundary'
import { PaletteButton } from './PaletteButton'
import { ShellBell, ShellPerson, ShellStatus } from './shellParts'

const SidebarTips = lazy(async () => ({ default: (await import('./SidebarTips')).SidebarTips }))
const [TOGGLE_KEY] = COMMANDS.toggleSidebar.keys

/** From tablets up: icons, and words beside them where the person wants them at this size. */
export function Sidebar({ userId }: { userId: string }) {
  const size = useScreenSize()
  const isOpen = useSidebarOpen(size)
  const toggle = useUiStore((state) => state.toggleSidebar)
  const sidebar = useRef<HTMLElement>(null)
  const toggleWords = t(isOpen ? 'shell.collapse' : 'shell.expand')
  // On phones the sidebar is a dialog, and the bell stands in the header.
  if (size === 'phone') return null
  return (
    <aside
      ref={sidebar}
      className={`sticky top-0 flex h-dvh shrink-0 flex-col overflow-x-hidden overflow-y-auto border-r border-line bg-surface/60 px-3 py-6 transition-[width] duration-calm ease-calm ${isOpen ? 'w-60' : 'w-19'}`}
    >
      <Link to={paths.projects} className="mb-5 flex min-h-11 items-center rounded-control px-2.5">
        <Logo word={isOpen ? 'shown' : 'spoken'} />
      </Link>
      <PaletteButton hasWords={isOpen} />
      <NavigationLinks hasWords={isOpen} />
      <div className="mt-auto flex flex-col gap-1 pt-6">
        <ShellStatus hasWords={isOpen} />
        <ShellBell userId={userId} hasWords={isOpen} />
        <ShellPerson userId={userId} hasWords={isOpen} />
        <button
          type="button"
          onClick={() => toggle(size)}
          aria-expanded={isOpen}
          aria-label={toggleWords}
          aria-keyshortcuts={ariaKeys(TOGGLE_KEY)}
          data-tip={isOpen ? undefined : toggleWords}
          title={isOpen ? `${toggleWords} (${keyText(TOGGLE_KEY)})` : undefined}
          className={`${rowClass} text-muted hover:bg-sunken hover:text-ink`}
        >
          <PanelLeft {...ICON} />
        </button>
      </div>
      {!isOpen && (
        <ErrorBoundary resetKey="tips" fallback={null}>
          <Suspense>
            <SidebarTips within={sidebar} />
          </Suspense>
        </ErrorBoundary>
      )}
    </aside>
  )
}
