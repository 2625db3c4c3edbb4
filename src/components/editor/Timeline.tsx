import { useLayoutEffect, useMemo, useRef, type WheelEvent } from 'react'
import { chosenShot } from '@/hooks/editor/shotEdits'
import type { FilmDesk } from '@/hooks/editor/useShotDesk'
import { useEditorState, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { formatClock } from '@/lib/format'
import { t } from '@/lib/i18n'
import { shotAt } from '@/story/filmShots'
import { Playhead } from './Playhead'
import { ShotClip } from './ShotClip'
import { TimelineBar } from './TimelineBar'
import { TimelineRuler } from './TimelineRuler'
import { TrimHandle } from './TrimHandle'
import { useStripPointer } from './useStripPointer'
import { useTimelineKeys } from './useTimelineKeys'

/** At zoom 1 the film fills the width, but a second never has less than this. */
const LEAST_PIXELS_PER_SECOND = 8

/**
 * The film as a strip of shots under a ruler. The ruler moves the playhead; a shot is chosen by a click, moved by dragging,
 * and made longer or shorter at its ends. Everything has its keys.
 */
export function Timeline({ desk }: { desk: FilmDesk }) {
  const { store, userId, mayEdit } = useProjectEditor()
  const { shots, photos, seconds: total } = desk
  const zoom = useEditorState(({ timeline }) => timeline.zoom)
  const selectedId = useEditorState(({ selectedPhotoId }) => selectedPhotoId)
  const selectedPart = useEditorState((state) => state.selectedPart)
  const scroller = useRef<HTMLDivElement>(null)
  const byId = useMemo(
    () => new Map(photos.map((photo, index) => [photo.id, { photo, number: index + 1 }])),
    [photos],
  )
  const show = () => reveal(scroller.current, store.getState().timeline.positionSeconds / total)
  const moveTo = (seconds: number) => {
    store.getState().movePlayhead(seconds, total)
    show()
  }
  useLayoutEffect(() => {
    reveal(scroller.current, store.getState().timeline.positionSeconds / total)
  }, [zoom, store, total])
  const pressed = useTimelineKeys(desk, moveTo)
  const { strip, dragged, dropAt, onPointerDown, onPointerMove, onPointerUp } = useStripPointer(desk, moveTo)

  const zoomed = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    store.getState().zoomTo(zoom * Math.exp(-event.deltaY / 300))
  }
  const wordsAt = (seconds: number) => {
    const shot = shotAt(shots, seconds)
    const words = { at: formatClock(seconds), total: formatClock(total) }
    if (shot?.card) return t('editor.playheadCard', { ...words, text: shot.card.text })
    const number = byId.get(shot?.photoIds[0] ?? '')?.number
    return number ? t('editor.playheadPhoto', { ...words, number }) : t('editor.playheadAt', words)
  }
  const chosen = chosenShot(shots, selectedId, selectedPart)
  const percent = (seconds: number) => `${(seconds / total) * 100}%`
  return (
    <>
      <TimelineBar seconds={total} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the sliders in it */}
      <div
        ref={scroller}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is as wide as what it holds, and does not scroll
        role="group"
        aria-label={t('editor.timeline')}
        onKeyDown={pressed}
        onWheel={zoomed}
        className="relative overflow-x-auto overflow-y-hidden rounded-control bg-sunken px-3 pb-1.5 lg:col-span-2"
      >
        <div
          ref={strip}
          className="relative touch-pan-x pt-7 select-none"
          style={{ width: `calc(max(100%, ${total * LEAST_PIXELS_PER_SECOND}px) * ${zoom})` }}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
        >
          <TimelineRuler seconds={total} zoom={zoom} />
          <div className="relative h-16 sm:h-20">
            {shots.map((shot) => (
              <ShotClip
                key={shot.index}
                userId={userId}
                shot={shot}
                paths={shot.photoIds.map((id) => byId.get(id)?.photo.media.thumbnailPath ?? null).join('\n')}
                number={byId.get(shot.photoIds[0] ?? '')?.number}
                left={percent(shot.startSeconds)}
                width={percent(shot.endSeconds - shot.startSeconds)}
                isSelected={shot === chosen}
                isDragged={shot.index === dragged}
                isMovable={mayEdit}
              />
            ))}
            {dropAt !== null && (
              <span
                aria-hidden
                style={{ left: percent(shots[dropAt]?.startSeconds ?? total) }}
                className="pointer-events-none absolute -inset-y-1 z-10 w-1 -translate-x-1/2 rounded-full bg-accent"
              />
            )}
            {chosen && mayEdit && (
              <>
                <TrimHandle desk={desk} cut={chosen.index - 1} side="start" />
                <TrimHandle desk={desk} cut={chosen.index} side="end" />
              </>
            )}
          </div>
          <Playhead durationSeconds={total} wordsAt={wordsAt} />
        </div>
      </div>
    </>
  )
}

/** Scroll the strip, and only the strip, so that the moment at `fraction` of it can be seen. */
function reveal(scroller: HTMLElement | null, fraction: number) {
  if (!scroller) return
  const at = fraction * scroller.scrollWidth
  const margin = Math.min(48, scroller.clientWidth / 4)
  const { scrollLeft, clientWidth } = scroller
  if (at < scrollLeft + margin) scroller.scrollLeft = at - margin
  else if (at > scrollLeft + clientWidth - margin) scroller.scrollLeft = at - clientWidth + margin
}
