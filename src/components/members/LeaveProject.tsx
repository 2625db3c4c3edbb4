import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { Button } from '@/components/ui/Button'
import { useRemoveMember } from '@/hooks/queries/members'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { paths } from '@/lib/paths'
import { AskInline } from './AskInline'

type LeaveProjectProps = { userId: string; projectId: string; title: string; close: () => void }

/** The way out of a project that somebody else shared. */
export function LeaveProject({ userId, projectId, title, close }: LeaveProjectProps) {
  const navigate = useNavigate()
  const leaving = useRemoveMember(userId)
  const [asking, setAsking] = useState(false)
  function leave() {
    close()
    // Away first: the page behind has nothing to show without its project.
    void navigate(paths.projects)
    leaving.mutateAsync({ projectId, memberId: userId }).then(
      () => notify.success(t('members.left', { title })),
      () => undefined, // said by the mutation cache
    )
  }
  if (asking) {
    return (
      <AskInline
        question={t('members.leaveAsk')}
        yes={t('members.leaveConfirm')}
        no={t('members.stay')}
        onYes={leave}
        onNo={() => setAsking(false)}
      />
    )
  }
  return (
    <div>
      <Button variant="danger" size="small" onClick={() => setAsking(true)}>
        {t('members.leave')}
      </Button>
    </div>
  )
}
