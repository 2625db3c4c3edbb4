import { useId } from 'react'
import { Button } from '@/components/ui/Button'
import type { Invitation } from '@/domain/invitation'
import { formatDate } from '@/lib/format'
import { t } from '@/lib/i18n'

type PendingInvitationsProps = {
  invitations: readonly Invitation[]
  onWithdraw: (invitation: Invitation) => void
}

/** Who was invited and has not answered. Nothing while nobody was. */
export function PendingInvitations({ invitations, onWithdraw }: PendingInvitationsProps) {
  const id = useId()
  if (invitations.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-sm font-medium">
        {t('members.pending')}
      </h3>
      <ul aria-labelledby={id} className="mt-2 divide-y divide-line">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-40">
              <p className="truncate text-body">{invitation.email}</p>
              <p className="text-sm text-muted">
                {t('members.pendingUntil', {
                  role: t(`members.role_${invitation.role}`),
                  date: formatDate(invitation.expiresAt),
                })}
              </p>
            </div>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('members.withdrawNamed', { email: invitation.email })}
              onClick={() => onWithdraw(invitation)}
            >
              {t('members.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
