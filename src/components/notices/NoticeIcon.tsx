import Bell from 'lucide-react/icons/bell'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Film from 'lucide-react/icons/film'
import Mail from 'lucide-react/icons/mail'
import UserCheck from 'lucide-react/icons/user-check'
import UserCog from 'lucide-react/icons/user-cog'
import UserMinus from 'lucide-react/icons/user-minus'
import type { NotificationKind } from '@/domain/notification'

const CALM = 'bg-sunken text-muted'
const GOOD = 'bg-success-soft text-success'
const WARM = 'bg-accent-soft text-accent'

const LOOKS: Record<NotificationKind, { Icon: typeof Bell; colours: string }> = {
  video_completed: { Icon: Film, colours: GOOD },
  video_failed: { Icon: CircleAlert, colours: 'bg-danger-soft text-danger' },
  project_invited: { Icon: Mail, colours: WARM },
  invitation_accepted: { Icon: UserCheck, colours: GOOD },
  member_left: { Icon: UserMinus, colours: CALM },
  membership_ended: { Icon: UserMinus, colours: CALM },
  role_changed: { Icon: UserCog, colours: WARM },
  other: { Icon: Bell, colours: CALM },
}

/** What kind of news it is, at a glance. The sentence beside it says the same. */
export function NoticeIcon({ kind }: { kind: NotificationKind }) {
  const { Icon, colours } = LOOKS[kind]
  return (
    <span aria-hidden className={`grid size-9.5 shrink-0 place-items-center rounded-full ${colours}`}>
      <Icon className="size-4.5" strokeWidth={1.75} />
    </span>
  )
}
