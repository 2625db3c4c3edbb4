import type { KeyboardEvent } from 'react'
import { chosenShot, cutRange, moveCut, moveShot, setLength } from '@/hooks/editor/shotEdits'
import type { FilmDesk } from '@/hooks/editor/useShotDesk'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { shotAt } from '@/story/filmShots'
import { useCardEdits } from './useCardEdits'
import { ZOOM_STEP } from './TimelineBar'

const TRIM_SECONDS = 0.1

/**
 * The keys of a timeline, on anything in it: Space plays, J K L shuttle, the arrows step by a frame (with Shift a second,
 * with Alt they move the shot), Page Up and Down go by shots, comma and period make the shot shorter and longer, T puts a
 * title card before it, Delete takes it out, plus and minus zoom.
 *
 * [Note: single keys] They are heard only while the focus is in the timeline or on the preview, so that nobody who speaks
 * to their computer plays a film by saying a word.
 */
export function useTimelineKeys(desk: FilmDesk, moveTo: (seconds: number) => void) {
  const { store, transport, photos: edits, mayEdit } = useProjectEditor()
  const cards = useCardEdits(desk)
  const { shots, seconds: total, film } = desk

  const step = (frames: number) => {
    if (transport.step(frames)) return
    const now = Math.round(store.getState().timeline.positionSeconds * film.fps)
    moveTo(Math.max(0, Math.min(film.frameCount - 1, now + frames)) / film.fps)
  }
  const chooseAt = (seconds: number) => {
    moveTo(seconds)
    const shot = shotAt(shots, seconds)
    if (shot) store.getState().selectPhoto(shot.photoIds[0] ?? null, shot.card ? 'card' : 'photo')
  }
  /** The chosen shot; where none is, the one at the playhead. */
  const current = () => {
    const { selectedPhotoId, selectedPart, timeline } = store.getState()
    return chosenShot(shots, selectedPhotoId, selectedPart) ?? shotAt(shots, timeline.positionSeconds)
  }
  const trim = (by: number) => {
    const shot = current()
    if (!shot) return
    const length = shot.endSeconds - shot.startSeconds + by
    const { most } = cutRange(desk, shot.index)
    const changes = moveCut(desk, shot.index, Math.min(most, shot.endSeconds + by))
    // The last shot has no neighbour after it: all the others give.
    edits.direct(changes.length > 0 ? changes : setLength(desk, shot.index, length))
  }
  const moveShotBy = (by: 1 | -1) => {
    const shot = current()
    if (!shot || shot.isAgain) return
    if (shot.card) return cards.step(shot, by)
    const to = by < 0 ? shot.index - 1 : shot.index + 2
    if (to < 0 || shot.index + by >= shots.length) return
    moveShot(desk, shot.index, to).forEach(({ photo, position }) => edits.move(photo, position))
    const other = shots[shot.index + by]
    if (other)
      moveTo(by < 0 ? other.startSeconds : shot.startSeconds + (other.endSeconds - other.startSeconds))
    store.getState().selectPhoto(shot.photoIds[0] ?? null)
  }
  const takeOut = () => {
    const shot = current()
    const photo = desk.photos.find(({ id }) => id === shot?.photoIds[0])
    if (shot?.card) cards.remove(shot)
    else if (photo) edits.choose(photo, 'skip')
  }
  const edit = (event: KeyboardEvent): boolean => {
    if (event.key === ',') trim(-TRIM_SECONDS)
    else if (event.key === '.') trim(TRIM_SECONDS)
    else if (event.key.toLowerCase() === 't') cards.insertAt(current()?.startSeconds ?? 0)
    else if (event.key === 'Delete' || event.key === 'Backspace') takeOut()
    else return false
    return true
  }
  const look = (event: KeyboardEvent): boolean => {
    const { timeline, zoomTo, selectPhoto } = store.getState()
    const now = timeline.positionSeconds
    const frames = event.shiftKey ? film.fps : 1
    switch (event.key) {
      case ' ':
        transport.toggle()
        return true
      case 'j':
      case 'J':
        transport.shuttle(-1)
        return true
      case 'k':
      case 'K':
        transport.pause()
        return true
      case 'l':
      case 'L':
        transport.shuttle(1)
        return true
      case 'ArrowLeft':
      case 'ArrowDown':
        step(-frames)
        return true
      case 'ArrowRight':
      case 'ArrowUp':
        step(frames)
        return true
      case 'Home':
        moveTo(0)
        return true
      case 'End':
        moveTo(total)
        return true
      case 'PageUp':
        chooseAt(shots.findLast(({ startSeconds }) => startSeconds < now - 1e-6)?.startSeconds ?? 0)
        return true
      case 'PageDown':
        chooseAt(shots.find(({ startSeconds }) => startSeconds > now + 1e-6)?.startSeconds ?? total)
        return true
      case '+':
      case '=':
        zoomTo(timeline.zoom * ZOOM_STEP)
        return true
      case '-':
        zoomTo(timeline.zoom / ZOOM_STEP)
        return true
      case 'Escape':
        selectPhoto(null)
        return true
      case 'Enter': {
        const shot = shotAt(shots, now)
        const photoId = shot?.photoIds[0]
        if (photoId === undefined) return false
        selectPhoto(photoId, shot?.card ? 'card' : 'photo')
        document.querySelector<HTMLElement>(`[data-photo="${photoId}"] button`)?.focus()
        return true
      }
      default:
        return false
    }
  }
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.defaultPrevented) return
    const isMove = event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    if (isMove && mayEdit) moveShotBy(event.key === 'ArrowLeft' ? -1 : 1)
    else if (event.altKey) return
    else if (!look(event) && !(mayEdit && edit(event))) return
    event.preventDefault()
  }
}
