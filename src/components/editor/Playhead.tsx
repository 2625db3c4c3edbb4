import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { formatClock } from '@/lib/format'
import { t } from '@/lib/i18n'
import type { EditorStore } from '@/stores/editor.store'

type PlayheadProps = {
  durationSeconds: number
  /** What there is at a moment, in words. */
  wordsAt: (seconds: number) => string
}

/**
 * The moment of the film that is looked at.
 *
 * [Note: the playhead does not render] It moves many times a second while a film plays. It hears the store and writes
 * to its own element; React draws nothing.
 */
export function Playhead({ durationSeconds, wordsAt }: PlayheadProps) {
  const { store } = useProjectEditor()
  const help = useId()
  const line = useRef<HTMLDivElement>(null)
  useLayoutEffect(() =>
    followPlayhead(store, durationSeconds, (seconds) => {
      const at = line.current
      if (!at) return
      at.style.left = `${(seconds / durationSeconds) * 100}%`
      at.setAttribute('aria-valuenow', String(Math.round(seconds * 10) / 10))
      at.setAttribute('aria-valuetext', wordsAt(seconds))
    }),
  )
  return (
    <div
      ref={line}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input is no line over a strip of photos
      role="slider"
      tabIndex={0}
      aria-label={t('editor.playhead')}
      aria-describedby={help}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={durationSeconds}
      aria-valuenow={0}
      data-playhead
      className="group absolute top-0 -bottom-1.5 z-20 -ml-3 w-6 pointer-events-none rounded-mark focus-visible:outline-offset-[-2px]"
    >
      <span id={help} hidden>
        {t('editor.playheadHelp')}
      </span>
      <span className="absolute inset-y-0 left-1/2 w-0.5 -translate-x-1/2 bg-accent shadow-edge" />
      <span className="absolute top-0 left-1/2 h-2.5 w-3 -translate-x-1/2 rounded-b-full bg-accent shadow-edge" />
    </div>
  )
}

/** "0:12 / 0:30" in figures, beside the strip. */
export function PlayheadTime({ durationSeconds }: { durationSeconds: number }) {
  const { store } = useProjectEditor()
  const text = useRef<HTMLSpanElement>(null)
  useEffect(() =>
    followPlayhead(store, durationSeconds, (seconds) => {
      if (text.current) text.current.textContent = formatClock(seconds)
    }),
  )
  return (
    <p aria-hidden className="text-sm text-muted tabular-nums">
      <span ref={text} className="font-medium text-ink" /> / {formatClock(durationSeconds)}
    </p>
  )
}

/** Calls `moved` now and whenever the playhead moves. A film that became shorter ends where it ends. */
function followPlayhead(store: EditorStore, durationSeconds: number, moved: (seconds: number) => void) {
  const tell = () => moved(Math.min(store.getState().timeline.positionSeconds, durationSeconds))
  tell()
  return store.subscribe(({ timeline }, { timeline: before }) => {
    if (timeline.positionSeconds !== before.positionSeconds) tell()
  })
}
