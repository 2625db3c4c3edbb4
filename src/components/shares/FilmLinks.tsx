import { useQuery } from '@tanstack/react-query'
import LinkIcon from 'lucide-react/icons/link'
import { useId, useState } from 'react'
import { ChipRadios } from '@/components/projects/ChipRadios'
import { Button } from '@/components/ui/Button'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { ErrorNotice } from '@/components/ui/Notice'
import type { NewShare } from '@/data/filmShares'
import { isOpen, SHARE_DAYS, type ShareDays } from '@/domain/filmShare'
import { filmShareQueries, useCreateFilmShare } from '@/hooks/queries/filmShares'
import { useNow } from '@/hooks/useNow'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { NewLink } from './NewLink'
import { OpenLinks } from './OpenLinks'

type FilmLinksProps = { userId: string; projectId: string; filmId: string; title: string }

/** Makes links to a film, and has those that work. */
export function FilmLinks({ userId, projectId, filmId, title }: FilmLinksProps) {
  const now = useNow(60_000)
  const { data: shares, error, refetch } = useQuery(filmShareQueries.ofFilm(userId, filmId))
  const creating = useCreateFilmShare(userId, filmId)
  const [days, setDays] = useState<ShareDays>(7)
  const [made, setMade] = useState<NewShare>()
  const [refused, setRefused] = useState<string>()
  const name = useId()
  const open = shares?.filter((share) => isOpen(share, now))
  // A link that was ended is not to be copied any more.
  const isMadeOpen = made !== undefined && shares?.find(({ id }) => id === made.shareId)?.revokedAt == null

  async function create() {
    if (creating.isPending) return
    setRefused(undefined)
    try {
      setMade(await creating.mutateAsync(days))
    } catch (problem) {
      setRefused(errorText(problem))
    }
  }
  return (
    <div className="grid gap-5 *:min-w-0">
      <ChipRadios
        label={t('shares.lasts')}
        radio={(value) => ({
          name,
          checked: value === String(days),
          onChange: () => setDays(SHARE_DAYS.find((choice) => String(choice) === value) ?? days),
        })}
        choices={SHARE_DAYS.map((value) => ({ value: String(value), text: t(`shares.days_${value}`) }))}
      />
      {refused !== undefined && <ErrorNotice>{refused}</ErrorNotice>}
      <div>
        <Button variant="primary" aria-disabled={creating.isPending} onClick={() => void create()}>
          <LinkIcon aria-hidden className="size-4.5" strokeWidth={1.75} />
          {t('shares.create')}
        </Button>
      </div>
      {made && isMadeOpen && <NewLink key={made.shareId} token={made.token} title={title} />}
      {open ? (
        <OpenLinks userId={userId} projectId={projectId} filmId={filmId} shares={open} />
      ) : error ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading className="block skeleton h-12 w-full rounded-control" />
      )}
    </div>
  )
}
