import PanelLeft from 'lucide-react/icons/panel-left'
import { Link } from 'react-router-dom'
import { Logo } from '@/components/ui/Logo'
import { useScreenSize } from '@/hooks/useScreenSize'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { useSidebarOpen, useUiStore } from '@/stores/ui.store'
import { ICON, NavigationLinks, rowClass } from './destinations'
import { ShellBell, ShellStatus } from './shellParts'

/** From tablets up: icons, and words beside them where the person wants them at this size. */
export function Sidebar({ userId }: { userId: string }) {
  const size = useScreenSize()
  const isOpen = useSidebarOpen(size)
  const toggle = useUiStore((state) => state.toggleSidebar)
  // On phones the sidebar is a dialog, and the bell stands in the header.
  if (size === 'phone') return null
  return (
    <aside
      className={`sticky top-0 flex h-dvh shrink-0 flex-col overflow-x-hidden overflow-y-auto border-r border-line bg-surface/60 px-3 py-6 transition-[width] duration-200 ease-calm ${isOpen ? 'w-60' : 'w-19'}`}
    >
      <Link to={paths.projects} className="mb-8 flex min-h-11 items-center rounded-control px-2.5">
        <Logo compact={!isOpen} />
      </Link>
      <NavigationLinks hasWords={isOpen} />
      <div className="mt-auto flex flex-col gap-1 pt-6">
        <ShellStatus hasWords={isOpen} />
        <ShellBell userId={userId} hasWords={isOpen} />
        <button
          type="button"
          onClick={() => toggle(size)}
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'shell.collapse' : 'shell.expand')}
          title={t(isOpen ? 'shell.collapse' : 'shell.expand')}
          className={`${rowClass} text-muted hover:bg-sunken hover:text-ink`}
        >
          <PanelLeft {...ICON} />
        </button>
      </div>
    </aside>
  )
}
