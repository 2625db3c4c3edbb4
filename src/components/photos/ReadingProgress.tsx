import { useEffect, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/Button'
import { ProgressBar } from '@/components/ui/ProgressBar'
import { usePhotoManager } from '@/hooks/usePhotoManager'
import { useTimeLeft } from '@/hooks/useTimeLeft'
import { formatWait } from '@/lib/format'
import { t } from '@/lib/i18n'
import { useVideoStore } from '@/stores/video.store'

/** How far the files just given are read, and after that how far the photos are looked at. */
export function ReadingProgress() {
  const isReading = useVideoStore(({ incoming }) => incoming.length > 0)
  const isLooking = useVideoStore(({ toSee }) => toSee.length > 0)
  if (isReading) return <Reading />
  return isLooking ? <Looking /> : null
}

function Reading() {
  const total = useVideoStore(({ readingTotal }) => readingTotal)
  const waiting = useVideoStore(({ incoming }) => incoming.length)
  const { cancelReading } = usePhotoManager()
  const done = total - waiting
  return (
    <Panel
      text={t('draft.reading', { current: done + 1, total })}
      label={t('draft.readingLabel')}
      fraction={done / total}
    >
      <Button variant="quiet" size="small" onClick={cancelReading}>
        {t('draft.stopReading')}
      </Button>
    </Panel>
  )
}

/** One can go on meanwhile, and even create the film: what takes no more than a moment is not worth a word. */
const A_MOMENT_MS = 1000

function Looking() {
  const total = useVideoStore(({ toSeeTotal }) => toSeeTotal)
  const done = useVideoStore(({ toSee, toSeeTotal }) => toSeeTotal - toSee.length)
  const secondsLeft = useTimeLeft(done / total)
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), A_MOMENT_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  return (
    <Panel
      text={t('draft.looking', { current: Math.min(done + 1, total), total })}
      label={t('draft.lookingLabel')}
      fraction={done / total}
    >
      {secondsLeft !== null && (
        <p className="pr-2 text-sm text-muted tabular-nums">
          {t('draft.timeLeft', { time: formatWait(secondsLeft) })}
        </p>
      )}
    </Panel>
  )
}

type PanelProps = { text: string; label: string; fraction: number; children: ReactNode }

function Panel({ text, label, fraction, children }: PanelProps) {
  return (
    <div className="flex items-center gap-4 rounded-control bg-sunken py-2 pr-2 pl-4">
      <div className="min-w-0 flex-1">
        <p className="text-sm font-medium tabular-nums">{text}</p>
        <ProgressBar label={label} percent={Math.round(fraction * 100)} className="mt-1.5 bg-line" />
      </div>
      {children}
    </div>
  )
}
