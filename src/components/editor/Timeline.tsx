import { memo, useLayoutEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import ZoomIn from 'lucide-react/icons/zoom-in'
import ZoomOut from 'lucide-react/icons/zoom-out'
import { Thumbnail } from '@/components/ui/Thumbnail'
import type { Photo } from '@/domain/photo'
import { useEditorState, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { t } from '@/lib/i18n'
import { ZOOM_MAX, ZOOM_MIN } from '@/stores/editor.store'
import { clipAt, type Clip } from '@/story/filmClips'
import { Playhead, PlayheadTime } from './Playhead'

/** At zoom 1 the film fills the width, but a second never has less than this. */
const LEAST_PIXELS_PER_SECOND = 8
const ZOOM_STEP = 2

type TimelineProps = { clips: readonly Clip[]; photos: readonly Photo[]; durationSeconds: number }

/** The film as a strip: each photo as wide as its time. A click or the keys move the playhead; it says where it is. */
export function Timeline({ clips, photos, durationSeconds }: TimelineProps) {
  const { store, userId } = useProjectEditor()
  const zoom = useEditorState(({ timeline }) => timeline.zoom)
  const selectedId = useEditorState(({ selectedPhotoId }) => selectedPhotoId)
  const scroller = useRef<HTMLDivElement>(null)
  const byId = new Map(photos.map((photo, index) => [photo.id, { photo, number: index + 1 }]))

  const moveTo = (seconds: number) => {
    store.getState().movePlayhead(seconds, durationSeconds)
    reveal(scroller.current, store.getState().timeline.positionSeconds / durationSeconds)
  }
  useLayoutEffect(() => {
    reveal(scroller.current, store.getState().timeline.positionSeconds / durationSeconds)
  }, [zoom, store, durationSeconds])

  const point = ({ currentTarget, clientX, buttons }: PointerEvent) => {
    if ((buttons & 1) === 0) return
    const { left, width } = currentTarget.getBoundingClientRect()
    moveTo(((clientX - left) / width) * durationSeconds)
    const clip = clipAt(clips, store.getState().timeline.positionSeconds)
    store.getState().selectPhoto(clip?.photoId ?? null)
  }
  const pressed = (event: KeyboardEvent) => {
    const { timeline, zoomTo, selectPhoto } = store.getState()
    const now = timeline.positionSeconds
    const next = secondsAfter(event.key, now, clips, durationSeconds)
    if (next !== undefined) moveTo(next)
    else if (event.key === '+' || event.key === '=') zoomTo(timeline.zoom * ZOOM_STEP)
    else if (event.key === '-') zoomTo(timeline.zoom / ZOOM_STEP)
    else if (event.key === 'Enter') {
      const photoId = clipAt(clips, now)?.photoId
      if (photoId === undefined) return
      selectPhoto(photoId)
      document.querySelector<HTMLElement>(`[data-photo="${photoId}"] button`)?.focus()
    } else return
    event.preventDefault()
  }
  return (
    <>
      <div className="flex items-center justify-between gap-3 max-lg:mb-2 lg:col-start-2">
        <PlayheadTime durationSeconds={durationSeconds} />
        <div className="flex">
          <ZoomButton label={t('editor.zoomOut')} isEnd={zoom <= ZOOM_MIN} factor={1 / ZOOM_STEP}>
            <ZoomOut aria-hidden className="size-4.5" strokeWidth={1.75} />
          </ZoomButton>
          <ZoomButton label={t('editor.zoomIn')} isEnd={zoom >= ZOOM_MAX} factor={ZOOM_STEP}>
            <ZoomIn aria-hidden className="size-4.5" strokeWidth={1.75} />
          </ZoomButton>
        </div>
      </div>
      <div
        ref={scroller}
        className="relative overflow-x-auto overflow-y-hidden rounded-control bg-sunken px-3 py-1.5 lg:col-span-2"
      >
        <div
          className="relative h-16 touch-pan-x sm:h-20"
          style={{ width: `calc(max(100%, ${durationSeconds * LEAST_PIXELS_PER_SECOND}px) * ${zoom})` }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            point(event)
          }}
          onPointerMove={point}
        >
          {clips.map((clip, index) => (
            <ClipStrip
              // A photo can come round again: its place in the film tells its clips apart.
              key={`${clip.photoId} ${index}`}
              userId={userId}
              clip={clip}
              durationSeconds={durationSeconds}
              path={byId.get(clip.photoId)?.photo.media.thumbnailPath ?? null}
              isSelected={clip.photoId === selectedId}
            />
          ))}
          <Playhead
            durationSeconds={durationSeconds}
            onKeyDown={pressed}
            photoNumberAt={(seconds) => byId.get(clipAt(clips, seconds)?.photoId ?? '')?.number}
          />
        </div>
      </div>
    </>
  )
}

type ClipStripProps = {
  userId: string
  clip: Clip
  durationSeconds: number
  path: string | null
  isSelected: boolean
}

/** Decoration for the pointer: the playhead says the same to everybody else. */
const ClipStrip = memo(function ClipStrip({
  userId,
  clip,
  durationSeconds,
  path,
  isSelected,
}: ClipStripProps) {
  const percent = (seconds: number) => `${(seconds / durationSeconds) * 100}%`
  return (
    <div
      aria-hidden
      style={{ left: percent(clip.startSeconds), width: percent(clip.endSeconds - clip.startSeconds) }}
      className="absolute inset-y-0 px-px"
    >
      <Thumbnail
        userId={userId}
        bucket="media"
        path={path}
        alt=""
        className={`pointer-events-none size-full rounded-md ${isSelected ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
      />
    </div>
  )
})

type ZoomButtonProps = { label: string; isEnd: boolean; factor: number; children: React.ReactNode }

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

/** Where a key takes the playhead, or undefined when it is not one of those. */
function secondsAfter(
  key: string,
  now: number,
  clips: readonly Clip[],
  durationSeconds: number,
): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return now - 1
    case 'ArrowRight':
    case 'ArrowUp':
      return now + 1
    case 'Home':
      return 0
    case 'End':
      return durationSeconds
    case 'PageUp':
      return clips.findLast(({ startSeconds }) => startSeconds < now)?.startSeconds ?? 0
    case 'PageDown':
      return clips.find(({ startSeconds }) => startSeconds > now)?.startSeconds ?? durationSeconds
    default:
      return undefined
  }
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
