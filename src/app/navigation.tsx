import CreditCard from 'lucide-react/icons/credit-card'
import Clapperboard from 'lucide-react/icons/clapperboard'
import Images from 'lucide-react/icons/images'
import ListVideo from 'lucide-react/icons/list-video'
import PanelLeft from 'lucide-react/icons/panel-left'
import Settings from 'lucide-react/icons/settings'
import type { ComponentType, SVGProps } from 'react'
import { Link, NavLink } from 'react-router-dom'
import { Logo } from '@/components/ui/Logo'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { useUiStore } from '@/stores/ui.store'

type Destination = { to: string; label: string; Icon: ComponentType<SVGProps<SVGSVGElement>> }

const destinations = (): Destination[] => [
  { to: paths.projects, label: t('shell.nav_projects'), Icon: Clapperboard },
  { to: paths.media, label: t('shell.nav_media'), Icon: Images },
  { to: paths.queue, label: t('shell.nav_queue'), Icon: ListVideo },
  { to: paths.settings, label: t('shell.nav_settings'), Icon: Settings },
  { to: paths.billing, label: t('shell.nav_billing'), Icon: CreditCard },
]

const ICON = { 'aria-hidden': true, className: 'size-5 shrink-0', strokeWidth: 1.75 } as const

/** From tablets up. Narrow (icons) on tablets; on laptops as the person left it. */
export function Sidebar() {
  const open = useUiStore((state) => state.sidebarOpen)
  const toggle = useUiStore((state) => state.toggleSidebar)
  const word = open ? 'max-lg:sr-only' : 'sr-only'
  return (
    <aside
      className={`sticky top-0 hidden h-dvh shrink-0 flex-col border-r border-line bg-surface/60 px-3 py-6 md:flex ${open ? 'w-19 lg:w-60' : 'w-19'}`}
    >
      <Link to={paths.projects} className="mb-8 flex min-h-11 items-center rounded-control px-2.5">
        <span className="lg:hidden">
          <Logo compact />
        </span>
        <span className="max-lg:hidden">
          <Logo compact={!open} />
        </span>
      </Link>
      <nav aria-label={t('shell.navigation')} className="flex flex-1 flex-col gap-1">
        {destinations().map(({ to, label, Icon }) => (
          <NavLink
            key={to}
            to={to}
            title={label}
            className={({ isActive }) =>
              `flex min-h-11 items-center gap-3 rounded-control px-4 text-[0.9375rem] transition-colors duration-150 ${
                isActive
                  ? 'bg-accent-soft font-semibold text-ink'
                  : 'text-muted hover:bg-sunken hover:text-ink'
              }`
            }
          >
            <Icon {...ICON} />
            <span className={word}>{label}</span>
          </NavLink>
        ))}
      </nav>
      <button
        type="button"
        onClick={toggle}
        aria-expanded={open}
        aria-label={t(open ? 'shell.collapse' : 'shell.expand')}
        className="hidden min-h-11 items-center rounded-control px-4 text-muted hover:bg-sunken hover:text-ink lg:flex"
      >
        <PanelLeft {...ICON} />
      </button>
    </aside>
  )
}

/** On phones. */
export function BottomBar() {
  return (
    <nav
      aria-label={t('shell.navigation')}
      className="fixed inset-x-0 bottom-0 z-30 grid grid-cols-5 border-t border-line bg-surface/95 px-1 pb-[env(safe-area-inset-bottom)] backdrop-blur md:hidden"
    >
      {destinations().map(({ to, label, Icon }) => (
        <NavLink
          key={to}
          to={to}
          className={({ isActive }) =>
            `flex min-h-17 flex-col items-center justify-center gap-1 rounded-control text-[0.6875rem] ${
              isActive ? 'font-semibold text-accent' : 'text-muted'
            }`
          }
        >
          <Icon {...ICON} />
          <span className="truncate">{label}</span>
        </NavLink>
      ))}
    </nav>
  )
}
