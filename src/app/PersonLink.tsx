import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { Face } from '@/components/members/Face'
import { personName } from '@/components/members/person'
import { profileQueries } from '@/hooks/queries/profile'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { rowClass } from './destinations'

type PersonLinkProps = { userId: string; hasWords: boolean }

/** Whose pages these are: their face and name, which lead to their profile. */
export function PersonLink({ userId, hasWords }: PersonLinkProps) {
  const { data: profile } = useQuery(profileQueries.me(userId))
  if (!profile) return <span aria-hidden className="min-h-11 w-13" />
  const name = personName(profile.displayName)
  return (
    <Link
      to={`${paths.settings}#profile`}
      title={hasWords ? undefined : name}
      aria-label={t('shell.yourProfile', { name })}
      className={`${rowClass} min-w-0 text-muted hover:bg-sunken hover:text-ink`}
    >
      {/* As wide as the icons of the other rows, so that all words begin at one line. */}
      <Face
        userId={userId}
        name={profile.displayName}
        avatarPath={profile.avatarPath}
        size="small"
        className="-mx-0.5"
      />
      {hasWords && <span className="min-w-0 truncate">{name}</span>}
    </Link>
  )
}
