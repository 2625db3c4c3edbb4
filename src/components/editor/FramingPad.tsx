import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { Thumbnail } from '@/components/ui/Thumbnail'
import { isPoint, type Focus } from '@/domain/direction'
import type { Photo } from '@/domain/photo'
import { useEditorState, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import type { FilmDesk } from '@/hooks/editor/useShotDesk'
import { t } from '@/lib/i18n'
import type { FilmShot } from '@/story/filmShots'
import { seenThrough, viewOf } from '@/story/framing/view'
import { closeIn, drawnBetween, holdsPoint, movedBy, type Spot } from './focusShapes'
import { FramesShown } from './FramesShown'

type FramingPadProps = { desk: FilmDesk; shot: FilmShot; photo: Photo; number: number }
type Hand = { from: Spot; at: Focus | null; pointer: number }

const STEP = 0.02
const LARGE_STEP = 0.1

/**
 * Where the film looks on a photo: a click says a point, a drag a part; what was said can be dragged elsewhere. The
 * frames show what the film begins and ends with, while it is being dragged.
 */
export function FramingPad({ desk, shot, photo, number }: FramingPadProps) {
  const { store, userId, photos: edits } = useProjectEditor()
  const trial = useEditorState((state) =>
    state.trial?.photoId === photo.id ? state.trial.to.focus : undefined,
  )
  const pad = useRef<HTMLDivElement>(null)
  const [hand, setHand] = useState<Hand | null>(null)
  const help = useId()
  const saved = photo.direction.focus
  const focus = trial === undefined ? saved : trial
  const panel = shot.panels.find(({ photoId }) => photoId === photo.id)
  const { width, height } = photo.media
  const { stage } = desk.film
  const tryOut = (to: Focus) => store.getState().tryOut({ photoId: photo.id, to: { focus: to } })
  const save = (to: Focus | null) => {
    store.getState().tryOut(null)
    edits.direct([{ photo, to: { focus: to } }])
  }

  const spotOf = ({ clientX, clientY }: PointerEvent): Spot => {
    const box = pad.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    const part = (value: number) => Math.min(1, Math.max(0, value))
    return { x: part((clientX - box.left) / box.width), y: part((clientY - box.top) / box.height) }
  }
  const shapeOf = ({ from, at }: Hand, to: Spot) =>
    at ? movedBy(at, to.x - from.x, to.y - from.y) : drawnBetween(from, to)
  const grabbed = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const from = spotOf(event)
    event.currentTarget.setPointerCapture(event.pointerId)
    pad.current?.querySelector<HTMLElement>('[role=slider]')?.focus({ preventScroll: true })
    setHand({ from, at: focus && holdsPoint(focus, from) ? focus : null, pointer: event.pointerId })
    event.preventDefault()
  }
  const dragged = (event: PointerEvent) => {
    if (hand?.pointer === event.pointerId) tryOut(shapeOf(hand, spotOf(event)))
  }
  const dropped = (event: PointerEvent) => {
    if (hand?.pointer !== event.pointerId) return
    setHand(null)
    if (event.type === 'pointerup') save(shapeOf(hand, spotOf(event)))
    else store.getState().tryOut(null)
  }
  const view = panel && viewOf(photo.media, areaOf(panel, stage), panel.fit)
  const end = panel && view && seenThrough(view, panel.to)
  const middle = end ? { x: end.x + end.width / 2, y: end.y + end.height / 2 } : { x: 0.5, y: 0.5 }
  const shown = focus ?? { ...middle, width: 0, height: 0 }
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = event.shiftKey ? LARGE_STEP : STEP
    if (event.key === 'ArrowLeft') save(movedBy(shown, -step, 0))
    else if (event.key === 'ArrowRight') save(movedBy(shown, step, 0))
    else if (event.key === 'ArrowUp') save(movedBy(shown, 0, -step))
    else if (event.key === 'ArrowDown') save(movedBy(shown, 0, step))
    else if (event.key === '+' || event.key === '=') save(closeIn(shown, STEP * 2))
    else if (event.key === '-') save(closeIn(shown, -STEP * 2))
    else if (event.key === 'Delete' || event.key === 'Backspace') save(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const percent = (value: number) => Math.round(value * 100)
  const at = { x: percent(shown.x + shown.width / 2), y: percent(shown.y + shown.height / 2) }
  return (
    <div>
      <p className="mb-1.5 text-sm font-medium">{t('editor.framing')}</p>
      <div
        ref={pad}
        onPointerDown={grabbed}
        onPointerMove={dragged}
        onPointerUp={dropped}
        onPointerCancel={dropped}
        style={{ aspectRatio: `${width} / ${height}`, maxWidth: `calc(20rem * ${width / height})` }}
        className="relative w-full cursor-crosshair touch-none overflow-hidden rounded-small bg-sunken select-none"
      >
        <Thumbnail
          userId={userId}
          bucket="media"
          path={photo.media.thumbnailPath}
          alt=""
          className="pointer-events-none size-full"
        />
        {panel && view && (
          <FramesShown start={seenThrough(view, panel.from)} end={seenThrough(view, panel.to)} />
        )}
        <div
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input has one direction, a place on a photo two
          role="slider"
          tabIndex={0}
          aria-label={t('editor.focus', { number })}
          aria-roledescription={t('editor.focusKind')}
          aria-describedby={help}
          aria-valuenow={at.x}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuetext={t(focus ? 'editor.focusAt' : 'editor.focusAuto', at)}
          onKeyDown={pressed}
          style={{
            left: `${shown.x * 100}%`,
            top: `${shown.y * 100}%`,
            width: `${shown.width * 100}%`,
            height: `${shown.height * 100}%`,
          }}
          className={`absolute ${
            isPoint(shown)
              ? `-m-4 size-8! rounded-full border-2 ${focus ? 'border-accent bg-accent/25' : 'border-dashed border-on-film/90 bg-scrim/20'}`
              : 'rounded-mark border-2 border-accent bg-accent/10'
          } cursor-move shadow-rim focus-visible:outline-offset-2`}
        >
          <span
            aria-hidden
            className="absolute top-1/2 left-1/2 size-1.5 -translate-1/2 rounded-full bg-on-film shadow-rim"
          />
        </div>
      </div>
      <p id={help} className="mt-1.5 text-sm text-muted">
        {t('editor.framingHelp')}
      </p>
      {saved && (
        <button
          type="button"
          onClick={() => save(null)}
          className="min-h-11 rounded-mark text-sm font-medium underline decoration-line-strong underline-offset-4 hover:decoration-current sm:min-h-9"
        >
          {t('editor.framingAuto')}
        </button>
      )}
    </div>
  )
}

const areaOf = (
  { area }: FilmShot['panels'][number],
  stage: { readonly width: number; readonly height: number },
) => ({ width: area.width * stage.width, height: area.height * stage.height })
