import { standsAs } from '@/domain/direction'
import type { Photo } from '@/domain/photo'
import type { Project, ProjectWishes } from '@/domain/project'
import { inverse, type ProjectEdit } from '@/domain/projectEdit'
import { WISH_FIELDS, type WishField } from '@/domain/wishes'
import { wishText } from '@/domain/wishText'
import type { EditorStore } from '@/stores/editor.store'
import type { PhotoEdits } from './photoEdits'
import { captionKey, type TextSaver } from './textSaver'

/** What the screen shows as saved right now. */
export type Saved = { project: Project | undefined; photos: readonly Photo[] | undefined }

export type HistorySteps = { undo: () => void; redo: () => void }

/**
 * Undo and redo.
 *
 * [Note: nobody's work is undone but one's own] An edit is taken back only where its result still stands. What somebody
 * else has changed since stays as they left it, and the person is told.
 */
export function createHistorySteps(
  store: EditorStore,
  parts: { texts: TextSaver; photos: PhotoEdits; read: () => Saved; overtaken: () => void },
): HistorySteps {
  const { texts, photos, read, overtaken } = parts

  /** @returns false when somebody else's later change is in the way */
  function apply(edit: ProjectEdit): boolean {
    switch (edit.kind) {
      case 'wishes':
        return applyWishes(edit)
      case 'caption': {
        const photo = find(edit.photoId)
        if (!photo || shownCaption(photo) !== edit.from) return false
        texts.putBack(captionKey(photo.id), edit.to, photo.caption)
        return true
      }
      case 'choice': {
        const photo = find(edit.photoId)
        if (photo?.choice !== edit.from) return false
        photos.chooseAgain(photo.id, edit.to)
        return true
      }
      case 'direct': {
        const standing = edit.changes.filter(({ photoId, from }) => {
          const photo = find(photoId)
          return photo !== undefined && standsAs(photo.direction, from)
        })
        standing.forEach(({ photoId, to }) => photos.directAgain(photoId, to))
        return standing.length > 0
      }
      case 'move': {
        const photo = find(edit.photoId)
        if (photo?.position !== edit.from) return false
        photos.moveBack(photo.id, edit.to)
        return true
      }
      case 'remove':
        if (!find(edit.photo.id)) return false
        photos.removeAgain(edit.photo)
        return true
      case 'restore':
        photos.restore(edit.photo)
        return true
      default:
        return edit satisfies never
    }
  }

  function applyWishes({ from, to }: { from: Partial<ProjectWishes>; to: Partial<ProjectWishes> }): boolean {
    const { project } = read()
    if (!project) return false
    const mine = WISH_FIELDS.filter((field) => to[field] !== undefined)
    const before = { ...project, ...from }
    const after = { ...project, ...to }
    const standing = mine.filter((field) => shownWish(project, field) === wishText(before, field))
    standing.forEach((field) => texts.putBack(field, wishText(after, field), wishText(project, field)))
    return standing.length > 0
  }

  const find = (photoId: string) =>
    store.getState().removedIds.includes(photoId)
      ? undefined
      : read().photos?.find(({ id }) => id === photoId)
  const shownCaption = (photo: Photo) =>
    store.getState().unsaved.get(captionKey(photo.id))?.raw ?? photo.caption
  const shownWish = (project: Project, field: WishField) =>
    store.getState().unsaved.get(field)?.raw ?? wishText(project, field)

  /** What cannot be saved as it stands is no edit yet: undo brings back what was there. */
  function dropInvalid(): boolean {
    const { unsaved, dropUnsaved } = store.getState()
    const invalid = [...unsaved].filter(([, { phase }]) => phase === 'invalid')
    invalid.forEach(([key]) => dropUnsaved(key))
    return invalid.length > 0
  }

  return {
    undo: () => {
      if (dropInvalid()) return
      // What waits to be saved becomes an edit, and is the first to be undone.
      void texts.flush()
      const edit = store.getState().history.past.at(-1)
      if (!edit) return
      store.getState().steppedBack()
      if (apply(inverse(edit))) return
      store.getState().forgetEdits((other) => other === edit)
      overtaken()
    },
    redo: () => {
      const edit = store.getState().history.future.at(-1)
      if (!edit) return
      store.getState().steppedForward()
      if (apply(edit)) return
      store.getState().forgetEdits((other) => other === edit)
      overtaken()
    },
  }
}
