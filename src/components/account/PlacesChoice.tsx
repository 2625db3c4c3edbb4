import { useState } from 'react'
import { ErrorNotice } from '@/components/ui/Notice'
import { Switch } from '@/components/ui/Switch'
import type { Profile } from '@/domain/profile'
import { useUpdateProfile } from '@/hooks/queries/profile'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'

/** Whether photos are stored with the place where they were taken. Off until somebody wants it. */
export function PlacesChoice({ profile }: { profile: Profile }) {
  const saving = useUpdateProfile(profile.id)
  const [problem, setProblem] = useState<string | null>(null)
  async function choose(keepLocation: boolean) {
    setProblem(null)
    try {
      await saving.mutateAsync({ keepLocation })
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  return (
    <div className="grid gap-4">
      {problem !== null && <ErrorNotice>{problem}</ErrorNotice>}
      <Switch
        label={t('account.keepPlaces')}
        text={t(profile.keepLocation ? 'account.keepPlacesOn' : 'account.keepPlacesOff')}
        checked={profile.keepLocation}
        onChange={(keep) => void choose(keep)}
      />
      <ul className="grid list-disc gap-1.5 pl-5 text-sm text-muted marker:text-line-strong">
        <li>{t('account.placesTown')}</li>
        <li>{t('account.placesShared')}</li>
        <li>{t('account.placesEarlier')}</li>
      </ul>
    </div>
  )
}
