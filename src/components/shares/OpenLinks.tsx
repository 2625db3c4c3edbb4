import { useId, useRef, useState } from 'react'
import { AskInline } from '@/components/members/AskInline'
import { personName } from '@/components/members/person'
import { Button } from '@/components/ui/Button'
import type { FilmShare } from '@/domain/filmShare'
import { useRevokeFilmShare } from '@/hooks/queries/filmShares'
import { useProjectPeople } from '@/hooks/useProjectPeople'
import { formatDate } from '@/lib/format'
import { t } from '@/lib/i18n'

type OpenLinksProps = {
  userId: string
  projectId: string
  filmId: string
  /** Those that work, newest first. */
  shares: readonly FilmShare[]
}

/** The links by which a film can be watched now, and their end. */
export function OpenLinks({ userId, projectId, filmId, shares }: OpenLinksProps) {
  const people = useProjectPeople(userId, projectId)
  const revoking = useRevokeFilmShare(userId, filmId)
  const [asking, setAsking] = useState<string>()
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  function end(share: FilmShare) {
    setAsking(undefined)
    setSaid('')
    revoking.mutate(share.id, { onSuccess: () => setSaid(t('shares.revoked')) })
    // The answer that was pressed is gone.
    heading.current?.focus()
  }
  const madeText = ({ createdBy, createdAt }: FilmShare) => {
    const date = formatDate(createdAt)
    const maker = people.find((person) => person.userId === createdBy)
    return createdBy === userId || !maker
      ? t('shares.madeByYou', { date })
      : t('shares.madeBy', { date, name: personName(maker.displayName) })
  }
  return (
    <>
      {(shares.length > 0 || said !== '') && (
        <section aria-labelledby={id}>
          <h4 id={id} ref={heading} tabIndex={-1} className="text-sm font-medium outline-none">
            {t('shares.open')}
          </h4>
          <ul aria-labelledby={id} className="mt-1 divide-y divide-line">
            {shares.map((share) => (
              <li key={share.id} className="grid gap-3 py-3 *:min-w-0">
                <div className="flex items-center gap-3">
                  <div className="min-w-0 flex-1">
                    <p className="text-body">{t('shares.until', { date: formatDate(share.expiresAt) })}</p>
                    <p className="text-sm text-muted">{madeText(share)}</p>
                  </div>
                  <Button
                    size="small"
                    aria-label={t('shares.revokeNamed', { date: formatDate(share.expiresAt) })}
                    aria-disabled={revoking.isPending && revoking.variables === share.id}
                    onClick={() => setAsking(share.id)}
                  >
                    {t('shares.revoke')}
                  </Button>
                </div>
                {asking === share.id && (
                  <AskInline
                    question={t('shares.revokeAsk')}
                    yes={t('shares.revokeYes')}
                    no={t('shares.revokeNo')}
                    onYes={() => end(share)}
                    onNo={() => setAsking(undefined)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <output className="text-sm text-success empty:hidden">{said}</output>
    </>
  )
}
