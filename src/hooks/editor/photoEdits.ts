import type { Photo, PhotoChoice } from '@/domain/photo'
import { sameFieldsOf, standsAs, type SomeDirection } from '@/domain/direction'
import type { PlacedPhoto } from '@/domain/projectEdit'
import type { EditorStore } from '@/stores/editor.store'

export type PhotoPorts = {
  movePhoto: (photoId: string, position: string) => Promise<unknown>
  choosePhoto: (photoId: string, choice: PhotoChoice) => Promise<unknown>
  directPhoto: (photoId: string, direction: SomeDirection) => Promise<unknown>
  removePhoto: (photoId: string) => Promise<unknown>
  restorePhoto: (photo: PlacedPhoto) => Promise<unknown>
  /** Only a file of one's own can be placed again once it is gone. */
  mayRestore: (photo: PlacedPhoto) => boolean
  /** Say that a photo was removed, with a way back; `gone` when that has passed. */
  offerUndo: (photo: PlacedPhoto, undo: () => void, gone: () => void) => void
  /** Take that offer away. */
  withdrawUndo: (photo: PlacedPhoto) => void
}

export type PhotoEdits = {
  move: (photo: Photo, position: string) => void
  moveBack: (photoId: string, position: string) => void
  choose: (photo: Photo, choice: PhotoChoice) => void
  chooseAgain: (photoId: string, choice: PhotoChoice) => void
  /** Change how the film shows some photos: one step of undo. */
  direct: (changes: readonly { photo: Photo; to: SomeDirection }[]) => void
  directAgain: (photoId: string, to: SomeDirection) => void
  remove: (photo: Photo) => void
  removeAgain: (photo: PlacedPhoto) => void
  restore: (photo: PlacedPhoto) => void
  /** Tell the server now what was removed. Resolves when everything asked for is settled. */
  flush: () => Promise<void>
}

/**
 * Order, choice, direction and removal of the photos.
 *
 * [Note: removed, then deleted] A placement that is deleted cannot be brought back by an editor when the file belongs
 * to somebody else. So a removed photo first only disappears from this screen, and the server is told when the moment
 * for undo has gone, or when the person leaves. A tab that dies in between keeps the photo.
 */
export function createPhotoEdits(store: EditorStore, ports: PhotoPorts): PhotoEdits {
  const leaving = new Map<string, PlacedPhoto>()
  const underWay = new Set<Promise<void>>()

  /** Failures are said by the mutation itself, which also puts the cache back. */
  function ask(request: Promise<unknown>, settled: (arrived: boolean) => void = () => undefined) {
    store.getState().requestStarted()
    const asked = request
      .then(
        () => settled(true),
        () => settled(false),
      )
      .finally(() => {
        underWay.delete(asked)
        store.getState().requestEnded()
      })
    underWay.add(asked)
  }

  function hide(photo: PlacedPhoto) {
    store.getState().photoRemoved(photo.id)
    leaving.set(photo.id, photo)
    const undo = () => {
      forget(photo)
      restore(photo)
    }
    ports.offerUndo(photo, undo, () => tell(photo))
  }

  function tell(photo: PlacedPhoto) {
    // It came back in the meantime.
    if (!leaving.delete(photo.id)) return
    if (!ports.mayRestore(photo)) forget(photo)
    ask(ports.removePhoto(photo.id), (arrived) => {
      if (!arrived) forget(photo)
      store.getState().photoBack(photo.id)
    })
  }

  const forget = (photo: PlacedPhoto) =>
    store.getState().forgetEdits((edit) => 'photo' in edit && edit.photo.id === photo.id)

  function restore(photo: PlacedPhoto) {
    if (!leaving.delete(photo.id)) return ask(ports.restorePhoto(photo))
    store.getState().photoBack(photo.id)
    ports.withdrawUndo(photo)
  }

  return {
    move: (photo, position) => {
      store.getState().edited({ kind: 'move', photoId: photo.id, from: photo.position, to: position })
      ask(ports.movePhoto(photo.id, position))
    },
    moveBack: (photoId, position) => ask(ports.movePhoto(photoId, position)),
    choose: (photo, choice) => {
      store.getState().edited({ kind: 'choice', photoId: photo.id, from: photo.choice, to: choice })
      ask(ports.choosePhoto(photo.id, choice))
    },
    chooseAgain: (photoId, choice) => ask(ports.choosePhoto(photoId, choice)),
    direct: (changes) => {
      const edits = changes
        .filter(({ photo, to }) => !standsAs(photo.direction, to))
        .map(({ photo, to }) => ({ photoId: photo.id, from: sameFieldsOf(photo.direction, to), to }))
      if (edits.length === 0) return
      store.getState().edited({ kind: 'direct', changes: edits })
      for (const { photoId, to } of edits) ask(ports.directPhoto(photoId, to))
    },
    directAgain: (photoId, to) => ask(ports.directPhoto(photoId, to)),
    remove: ({ id, mediaItemId, position, caption, choice, direction }) => {
      const photo = { id, mediaItemId, position, caption, choice, direction }
      store.getState().edited({ kind: 'remove', photo })
      hide(photo)
    },
    removeAgain: hide,
    restore,
    flush: async () => {
      for (const photo of leaving.values()) {
        tell(photo)
        ports.withdrawUndo(photo)
      }
      await Promise.all(underWay)
    },
  }
}
