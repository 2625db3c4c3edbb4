import CreditCard from 'lucide-react/icons/credit-card'
import Clapperboard from 'lucide-react/icons/clapperboard'
import Images from 'lucide-react/icons/images'
import ListVideo from 'lucide-react/icons/list-video'
import Settings from 'lucide-react/icons/settings'
import type { ComponentType, SVGProps } from 'react'
import { NavLink } from 'react-router-dom'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

type Destination = { to: string; label: string; Icon: ComponentType<SVGProps<SVGSVGElement>> }

/** Where the navigation leads, the same at every size. */
export const destinations = (): Destination[] => [
  { to: paths.projects, label: t('shell.nav_projects'), Icon: Clapperboard },
  { to: paths.media, label: t('shell.nav_media'), Icon: Images },
  { to: paths.queue, label: t('shell.nav_queue'), Icon: ListVideo },
  { to: paths.settings, label: t('shell.nav_settings'), Icon: Settings },
  { to: paths.billing, label: t('shell.nav_billing'), Icon: CreditCard },
]

export const ICON = { 'aria-hidden': true, className: 'size-5 shrink-0', strokeWidth: 1.75 } as const

/** A row of the sidebar, also where it is no link. */
export const rowClass =
  'flex min-h-11 items-center gap-3 rounded-control px-4 text-body transition-colors duration-quick'

/** The links of the sidebar. Without words they still have their names; see SidebarTips. */
export function NavigationLinks({ hasWords, onFollow }: { hasWords: boolean; onFollow?: () => void }) {
  return (
    <nav aria-label={t('shell.navigation')} className="flex flex-col gap-1">
      {destinations().map(({ to, label, Icon }) => (
        <NavLink
          key={to}
          to={to}
          data-tip={hasWords ? undefined : label}
          onClick={onFollow}
          className={({ isActive }) =>
            `${rowClass} ${
              isActive ? 'bg-accent-soft font-semibold text-ink' : 'text-muted hover:bg-sunken hover:text-ink'
            }`
          }
        >
          <Icon {...ICON} />
          <span className={hasWords ? 'truncate' : 'sr-only'}>{label}</span>
        </NavLink>
      ))}
    </nav>
  )
}
