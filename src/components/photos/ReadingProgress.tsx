import { Button } from '@/components/ui/Button'
import { ProgressBar } from '@/components/ui/ProgressBar'
import { usePhotoManager } from '@/hooks/usePhotoManager'
import { t } from '@/lib/i18n'
import { useVideoStore } from '@/stores/video.store'

/** How far the files just given are read. */
export function ReadingProgress() {
  const total = useVideoStore(({ readingTotal }) => readingTotal)
  const waiting = useVideoStore(({ incoming }) => incoming.length)
  const { cancelReading } = usePhotoManager()
  if (waiting === 0) return null
  const done = total - waiting
  return (
    <div className="flex items-center gap-4 rounded-control bg-sunken py-2 pr-2 pl-4">
      <div className="min-w-0 flex-1">
        <p className="text-sm font-medium tabular-nums">{t('draft.reading', { current: done + 1, total })}</p>
        <ProgressBar
          label={t('draft.readingLabel')}
          percent={Math.round((done / total) * 100)}
          className="mt-1.5 bg-line"
        />
      </div>
      <Button variant="quiet" size="small" onClick={cancelReading}>
        {t('draft.stopReading')}
      </Button>
    </div>
  )
}
