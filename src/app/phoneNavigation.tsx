import Menu from 'lucide-react/icons/menu'
import Search from 'lucide-react/icons/search'
import { Link, NavLink } from 'react-router-dom'
import { Logo } from '@/components/ui/Logo'
import { useOpenModal } from '@/hooks/useModal'
import { useScreenSize } from '@/hooks/useScreenSize'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { destinations, ICON } from './destinations'
import { ShellBell, ShellPerson, ShellStatus } from './shellParts'

/** At the top of a phone: the way to the sidebar, and the bell. */
export function PhoneHeader({ userId }: { userId: string }) {
  const size = useScreenSize()
  const openNavigation = useOpenModal('navigation')
  const openPalette = useOpenModal('palette')
  if (size !== 'phone') return null
  return (
    <header className="sticky top-0 z-20 flex items-center gap-1 border-b border-line bg-surface/95 px-1.5 pt-[env(safe-area-inset-top)] backdrop-blur">
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t('shell.openNavigation')}
        onClick={() => openNavigation({})}
        className="grid size-12 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
      >
        <Menu {...ICON} />
      </button>
      <Link to={paths.projects} className="flex min-h-14 min-w-0 flex-1 items-center rounded-control">
        <Logo word="roomy" />
      </Link>
      <ShellStatus hasWords={false} />
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t('commands.palette')}
        onClick={() => openPalette({})}
        className="grid size-12 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
      >
        <Search {...ICON} />
      </button>
      <ShellBell userId={userId} hasWords={false} />
      <ShellPerson userId={userId} hasWords={false} />
    </header>
  )
}

/** Under the thumb, on phones. */
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
            `flex min-h-17 flex-col items-center justify-center gap-1 rounded-control text-2xs ${
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
