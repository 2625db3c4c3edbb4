import type { ReactNode } from 'react'
import Play from 'lucide-react/icons/play'
import ZoomIn from 'lucide-react/icons/zoom-in'
import ZoomOut from 'lucide-react/icons/zoom-out'
import { useEditorState, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'
import { ZOOM_MAX, ZOOM_MIN } from '@/stores/editor.store'
import { PlayheadTime } from './Playhead'

export const ZOOM_STEP = 2

/** Where the playhead is in figures, and how close the strip is seen. */
export function TimelineBar({ seconds }: { seconds: number }) {
  const { transport } = useProjectEditor()
  useCommands({ playPause: () => transport.toggle() })
  const zoom = useEditorState(({ timeline }) => timeline.zoom)
  return (
    <div className="flex items-center justify-between gap-3 max-lg:mb-2 lg:col-start-2">
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-label={t('editor.playPause')}
          title={t('editor.playPause')}
          onClick={() => transport.toggle()}
          className="grid size-11 place-items-center rounded-control text-ink transition-colors hover:bg-sunken sm:size-9"
        >
          <Play aria-hidden className="size-4.5" strokeWidth={1.75} />
        </button>
        <PlayheadTime durationSeconds={seconds} />
      </div>
      <div className="flex">
        <ZoomButton label={t('editor.zoomOut')} isEnd={zoom <= ZOOM_MIN} factor={1 / ZOOM_STEP}>
          <ZoomOut aria-hidden className="size-4.5" strokeWidth={1.75} />
        </ZoomButton>
        <ZoomButton label={t('editor.zoomIn')} isEnd={zoom >= ZOOM_MAX} factor={ZOOM_STEP}>
          <ZoomIn aria-hidden className="size-4.5" strokeWidth={1.75} />
        </ZoomButton>
      </div>
    </div>
  )
}

type ZoomButtonProps = { label: string; isEnd: boolean; factor: number; children: ReactNode }

function ZoomButton({ label, isEnd, factor, children }: ZoomButtonProps) {
  const { store } = useProjectEditor()
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={isEnd}
      onClick={() => store.getState().zoomTo(store.getState().timeline.zoom * factor)}
      className="grid size-11 place-items-center rounded-control text-muted transition-colors hover:bg-sunken hover:text-ink aria-disabled:opacity-40 sm:size-9"
    >
      {children}
    </button>
  )
}
