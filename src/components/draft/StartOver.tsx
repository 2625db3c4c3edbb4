import { Button } from '@/components/ui/Button'
import { useCommands } from '@/hooks/useCommands'
import { usePhotoManager } from '@/hooks/usePhotoManager'
import { t } from '@/lib/i18n'
import { useIsLocked, useVideoStore } from '@/stores/video.store'

/** Only offered while there is something to leave behind. */
export function StartOver() {
  const isLocked = useIsLocked()
  const isBlank = useVideoStore(
    ({ draft }) => draft.title === '' && draft.description === '' && draft.photos.length === 0,
  )
  const { startOver } = usePhotoManager()
  const isOffered = !isBlank && !isLocked
  useCommands({ startOver: isOffered ? startOver : null })
  if (!isOffered) return null
  return (
    <Button variant="quiet" size="small" onClick={startOver}>
      {t('draft.startOver')}
    </Button>
  )
}
