import Users from 'lucide-react/icons/users'
import { Button } from '@/components/ui/Button'
import type { Role } from '@/domain/member'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'

type ShareButtonProps = { projectId: string; title: string; role: Role }

/** Opens who belongs to the project: the owner shares it there, everybody else can leave it. */
export function ShareButton({ projectId, title, role }: ShareButtonProps) {
  const open = useOpenModal('shareProject')
  return (
    <Button onClick={() => open({ projectId, title })}>
      <Users aria-hidden className="size-4.5" strokeWidth={1.75} />
      {role === 'owner' ? t('members.share') : t('members.people')}
    </Button>
  )
}
