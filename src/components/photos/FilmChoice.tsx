import { Button } from '@/components/ui/Button'
import type { Reason } from '@/domain/storyboard'
import { usePhotoManager } from '@/hooks/usePhotoManager'
import { t } from '@/lib/i18n'
import { useDraftPhoto } from '@/stores/video.store'

type FilmChoiceProps = { id: string; leftOut: Reason | undefined; disabled: boolean }

/** Under a photo that the film would not show: why, and the way to have it shown all the same; and back. */
export function FilmChoice({ id, leftOut, disabled }: FilmChoiceProps) {
  const photo = useDraftPhoto(id)
  const { choosePhoto } = usePhotoManager()
  if (!photo || (!leftOut && photo.choice !== 'keep')) return null
  const isKept = photo.choice === 'keep'
  const name = photo.facts.filename
  return (
    <div className="grid justify-items-start border-b border-line px-3 pt-2 text-sm text-muted">
      <span>{isKept ? t('draft.kept') : leftOutWords(leftOut)}</span>
      {!disabled && (
        <Button
          variant="quiet"
          size="small"
          className="-mx-3"
          aria-label={t(isKept ? 'draft.keepNotNamed' : 'draft.keepAnywayNamed', { name })}
          onClick={() => choosePhoto(id, isKept ? 'auto' : 'keep')}
        >
          {t(isKept ? 'draft.keepNot' : 'draft.keepAnyway')}
        </Button>
      )}
    </div>
  )
}

function leftOutWords(reason: Reason | undefined): string {
  if (reason?.code === 'similar_to') return t('draft.leftOut_similar_to')
  if (reason?.code === 'no_time') return t('draft.leftOut_no_time')
  return t('draft.leftOut')
}
