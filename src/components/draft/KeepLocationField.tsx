import { useId } from 'react'
import { useKnownProfile } from '@/hooks/useKnownProfile'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { useVideoStore } from '@/stores/video.store'

/** Whether places stay in the photos of this film: as in the settings, until something else is chosen here. */
export function KeepLocationField() {
  const id = useId()
  const chosen = useVideoStore(({ draft }) => draft.keepLocation)
  const profile = useKnownProfile(useUserId())
  return (
    <div>
      <label className="flex min-h-11 cursor-pointer items-center gap-3 text-sm font-medium">
        <input
          type="checkbox"
          checked={chosen ?? profile?.keepLocation ?? false}
          onChange={({ currentTarget }) =>
            useVideoStore.getState().editDraft({ keepLocation: currentTarget.checked })
          }
          aria-describedby={`${id}-keep`}
          className="size-5 shrink-0 accent-accent"
        />
        {t('draft.keepLocation')}
      </label>
      <p id={`${id}-keep`} className="pl-8 text-sm text-muted">
        {t('draft.keepLocationHint')} {chosen === null && t('draft.keepLocationAsInSettings')}
      </p>
    </div>
  )
}
