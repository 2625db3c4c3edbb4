import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { cutRange, isCutOpen, moveCut } from '@/hooks/editor/shotEdits'
import type { FilmDesk } from '@/hooks/editor/useShotDesk'
import { t } from '@/lib/i18n'
import { nearestBeat } from '@/story/timing/nearestBeat'

const STEP_SECONDS = 0.1
const LARGE_STEP_SECONDS = 1
/** A hand that comes so near to a beat means the beat. */
const BEAT_WITHIN_PIXELS = 7

type TrimHandleProps = {
  desk: FilmDesk
  /** The cut after this shot. */
  cut: number
  /** Which end of the chosen shot it is. */
  side: 'start' | 'end'
}

/**
 * An end of the chosen shot: dragged, or moved with the arrow keys. What the shot gains its neighbour gives. Near a beat
 * of the music it catches, unless Alt is held.
 */
export function TrimHandle({ desk, cut, side }: TrimHandleProps) {
  const { photos: edits } = useProjectEditor()
  const [at, setAt] = useState<number | null>(null)
  const rail = useRef<HTMLElement | null>(null)
  const shot = desk.shots[cut]
  if (!shot || !isCutOpen(desk, cut)) return null
  const { seconds: total, film } = desk
  const { least, most } = cutRange(desk, cut)
  const clamp = (seconds: number) => Math.min(most, Math.max(least, seconds))
  const shown = at ?? shot.endSeconds
  const save = (seconds: number) => edits.direct(moveCut(desk, cut, seconds))

  const grabbed = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation()
    rail.current = event.currentTarget.parentElement
    event.currentTarget.setPointerCapture(event.pointerId)
    setAt(shot.endSeconds)
  }
  const dragged = (event: PointerEvent<HTMLElement>) => {
    if (at === null || !rail.current) return
    event.stopPropagation()
    const { left, width } = rail.current.getBoundingClientRect()
    const seconds = ((event.clientX - left) / width) * total
    const beat = event.altKey ? null : nearestBeat(film.soundtrack, seconds)
    const isNear = beat !== null && Math.abs(beat - seconds) * (width / total) < BEAT_WITHIN_PIXELS
    setAt(clamp(isNear ? beat : seconds))
  }
  const dropped = (event: PointerEvent<HTMLElement>) => {
    if (at === null) return
    event.stopPropagation()
    setAt(null)
    if (event.type === 'pointerup' && Math.abs(at - shot.endSeconds) > 0.02) save(at)
  }
  const pressed = (event: KeyboardEvent) => {
    const step = event.shiftKey ? LARGE_STEP_SECONDS : STEP_SECONDS
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') save(shot.endSeconds - step)
    else if (event.key === 'ArrowRight' || event.key === 'ArrowUp') save(shot.endSeconds + step)
    else if (event.key === 'Home') save(least)
    else if (event.key === 'End') save(most)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const ofChosen =
    side === 'end' ? shown - shot.startSeconds : (desk.shots[cut + 1]?.endSeconds ?? total) - shown
  const lengthText = t('editor.seconds', { seconds: ofChosen.toFixed(1) })
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input is no handle on a strip of photos
      role="slider"
      tabIndex={0}
      aria-label={t(side === 'end' ? 'editor.trimEnd' : 'editor.trimStart')}
      aria-orientation="horizontal"
      aria-valuemin={Math.round(least * 10) / 10}
      aria-valuemax={Math.round(most * 10) / 10}
      aria-valuenow={Math.round(shown * 10) / 10}
      aria-valuetext={t('editor.trimText', { seconds: ofChosen.toFixed(1) })}
      style={{ left: `${(shown / total) * 100}%` }}
      onPointerDown={grabbed}
      onPointerMove={dragged}
      onPointerUp={dropped}
      onPointerCancel={dropped}
      onKeyDown={pressed}
      className="group absolute inset-y-0 z-10 w-6 -translate-x-1/2 cursor-ew-resize touch-none rounded-mark focus-visible:outline-offset-[-2px]"
    >
      <span
        className={`absolute inset-y-0 flex w-2.5 items-center justify-center bg-accent group-hover:bg-accent-strong ${side === 'end' ? 'right-1/2 rounded-r-md' : 'left-1/2 rounded-l-md'}`}
      >
        <span className="h-6 w-0.5 rounded-full bg-accent-ink/80" />
      </span>
      {at !== null && (
        <span className="absolute -top-7 left-1/2 -translate-x-1/2 rounded-mark bg-ink px-2 py-0.5 text-xs font-semibold whitespace-nowrap text-paper tabular-nums">
          {lengthText}
        </span>
      )}
    </div>
  )
}
