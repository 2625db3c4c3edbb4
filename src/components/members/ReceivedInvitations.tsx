import { useQuery } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import { useNavigate } from 'react-router-dom'
import { Button } from '@/components/ui/Button'
import type { ReceivedInvitation } from '@/domain/invitation'
import { invitationQueries, useAcceptInvitation, useDeclineInvitation } from '@/hooks/queries/members'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { paths } from '@/lib/paths'
import { Face } from './Face'
import { personName } from './person'

/** Projects that others would like to share with this person. Nothing while there are none. */
export function ReceivedInvitations({ userId }: { userId: string }) {
  const id = useId()
  const navigate = useNavigate()
  const { data: invitations = [] } = useQuery(invitationQueries.mine(userId))
  const accepting = useAcceptInvitation(userId)
  const declining = useDeclineInvitation(userId)
  // Between the press and its row going, another press would answer again.
  const answered = useRef(new Set<string>())
  if (invitations.length === 0) return null

  const isFirst = (invitationId: string) => {
    const first = !answered.current.has(invitationId)
    answered.current.add(invitationId)
    return first
  }
  const accept = ({ id: invitationId, title }: ReceivedInvitation) =>
    isFirst(invitationId) &&
    accepting.mutate(
      { invitationId },
      {
        onError: () => answered.current.delete(invitationId),
        onSuccess: (projectId) => {
          notify.success(t('members.accepted', { title }))
          void navigate(paths.project(projectId))
        },
      },
    )
  const decline = ({ id: invitationId, title }: ReceivedInvitation) =>
    isFirst(invitationId) &&
    declining.mutate(
      { invitationId },
      {
        onError: () => answered.current.delete(invitationId),
        onSuccess: () => notify.success(t('members.declined', { title })),
      },
    )
  return (
    <section aria-labelledby={id} className="mb-8">
      <h2 id={id} className="sr-only">
        {t('members.received')}
      </h2>
      <ul aria-labelledby={id} className="grid gap-3">
        {invitations.map((invitation) => (
          <Invitation
            key={invitation.id}
            invitation={invitation}
            onAccept={() => accept(invitation)}
            onDecline={() => decline(invitation)}
          />
        ))}
      </ul>
    </section>
  )
}

type InvitationProps = { invitation: ReceivedInvitation; onAccept: () => void; onDecline: () => void }

function Invitation({ invitation, onAccept, onDecline }: InvitationProps) {
  const { id, title, role, invitedByName } = invitation
  const words = { name: personName(invitedByName), title }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-line bg-accent-soft p-4">
      <Face userId={id} name={invitedByName} />
      <p className="min-w-0 flex-1 basis-56 break-words">
        {role === 'editor' ? t('members.receivedEdit', words) : t('members.receivedLook', words)}
      </p>
      <div className="flex gap-2">
        <Button size="small" aria-label={t('members.declineNamed', { title })} onClick={onDecline}>
          {t('members.decline')}
        </Button>
        <Button
          size="small"
          variant="primary"
          aria-label={t('members.acceptNamed', { title })}
          onClick={onAccept}
        >
          {t('members.accept')}
        </Button>
      </div>
    </li>
  )
}
