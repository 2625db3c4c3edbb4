import { useQuery } from '@tanstack/react-query'
import { useId, useLayoutEffect, useRef } from 'react'
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
  const { mutateAsync: accept } = useAcceptInvitation(userId)
  const { mutateAsync: decline } = useDeclineInvitation(userId)
  const answerOnce = useAnswers()
  if (invitations.length === 0) return null

  const onAccept = ({ id: invitationId, title }: ReceivedInvitation) =>
    answerOnce(invitationId, accept, (projectId) => {
      notify.success(t('members.accepted', { title }))
      void navigate(paths.project(projectId))
    })
  const onDecline = ({ id: invitationId, title }: ReceivedInvitation) =>
    answerOnce(invitationId, decline, () => notify.success(t('members.declined', { title })))
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
            onAccept={() => onAccept(invitation)}
            onDecline={() => onDecline(invitation)}
          />
        ))}
      </ul>
    </section>
  )
}

/**
 * Between the press and its row going another press would answer again, so each invitation is answered once, until that has
 * failed. Several may be on their way together, each with its own end; callbacks given to `mutate` would be told of the last
 * one only. `then` is not called when the page has been left meanwhile.
 */
function useAnswers() {
  const answered = useRef(new Set<string>())
  const isHere = useRef(false)
  // In the moment in which the page goes: an effect's end may come after the next answer.
  useLayoutEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return <T,>(
    invitationId: string,
    send: (answer: { invitationId: string }) => Promise<T>,
    then: (result: T) => void,
  ): void => {
    if (answered.current.has(invitationId)) return
    answered.current.add(invitationId)
    send({ invitationId })
      .then((result) => isHere.current && then(result))
      // Why it failed is said by whoever sends it.
      .catch(() => answered.current.delete(invitationId))
  }
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
