import { UNDIRECTED } from '@/domain/direction'
import { DEFAULT_MUSIC } from '@/domain/music'
import type { Photo } from '@/domain/photo'
import { inOrder } from '@/domain/position'
import type { Project } from '@/domain/project'
import type { PlacedPhoto } from '@/domain/projectEdit'
import { createEditorStore } from '@/stores/editor.store'
import { createHistorySteps } from './historySteps'
import { createPhotoEdits } from './photoEdits'
import { createTextSaver } from './textSaver'

const ADA = '11111111-1111-4111-8111-111111111111'
const BEN = '77777777-7777-4777-8777-777777777777'

/** A photo of Ada's, or of Ben's. Its id says its number. */
export function placed(number: number, { position = `a${number}`, bens = false } = {}): Photo {
  const media = { width: 1600, height: 1200, bytes: 1000, takenAt: null, utcOffsetMinutes: null }
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  const createdAt = '2025-11-23T12:00:00+00:00'
  const file = { storagePath: `${id}.jpg`, thumbnailPath: null, originalFilename: `${number}.jpg` }
  return {
    id,
    projectId: lake.id,
    mediaItemId: id.replace(/^0/, '1'),
    position,
    caption: '',
    choice: 'auto',
    direction: UNDIRECTED,
    rev: 1,
    media: {
      ...media,
      ...file,
      id: id.replace(/^0/, '1'),
      userId: bens ? BEN : ADA,
      mimeType: 'image/jpeg',
      contentHash: '0'.repeat(64),
      analysis: null,
      createdAt,
    },
  }
}

export const lake: Project = {
  id: '22222222-2222-4222-8222-222222222222',
  userId: ADA,
  title: 'Lake',
  description: '',
  style: 'classic',
  durationSeconds: 30,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
  status: 'draft',
  rev: 1,
  createdAt: '2025-11-23T12:00:00+00:00',
  updatedAt: '2025-11-23T12:00:00+00:00',
}

/**
 * An editor of Ada's upon a project that is changed at once by what is asked, as the caches are. `server.refuse` makes
 * the next request fail.
 */
export function editorDesk(photos: readonly Photo[]) {
  const server = { project: lake, photos: [...photos], refuse: false, requests: 0 }
  const gone = new Map(photos.map((photo) => [photo.id, photo]))
  const offers = new Map<string, { undo: () => void; gone: () => void }>()
  const told = { overtaken: 0 }
  const store = createEditorStore()
  const ask = (change: () => void): Promise<void> => {
    server.requests++
    if (!server.refuse) return Promise.resolve(change())
    server.refuse = false
    return Promise.reject(new Error('refused'))
  }
  const put = (id: string, change: Partial<Photo>) =>
    ask(() => {
      server.photos = server.photos
        .map((photo) => (photo.id === id ? { ...photo, ...change } : photo))
        .sort(inOrder)
    })
  const texts = createTextSaver(store, {
    saveWishes: (to) =>
      ask(() => {
        server.project = { ...server.project, ...to }
      }),
    saveCaption: (id, caption) => put(id, { caption }),
  })
  const edits = createPhotoEdits(store, {
    movePhoto: (id, position) => put(id, { position }),
    choosePhoto: (id, choice) => put(id, { choice }),
    directPhoto: (id, direction) =>
      ask(() => {
        server.photos = server.photos.map((photo) =>
          photo.id === id ? { ...photo, direction: { ...photo.direction, ...direction } } : photo,
        )
      }),
    removePhoto: (id) =>
      ask(() => {
        server.photos = server.photos.filter((photo) => photo.id !== id)
      }),
    restorePhoto: (photo) =>
      ask(() => {
        const known = gone.get(photo.id)
        if (known) server.photos = [...server.photos, { ...known, ...photo }].sort(inOrder)
      }),
    mayRestore: (photo: PlacedPhoto) => gone.get(photo.id)?.media.userId === ADA,
    offerUndo: (photo, undo, isGone) => void offers.set(photo.id, { undo, gone: isGone }),
    withdrawUndo: (photo) => void offers.delete(photo.id),
  })
  const read = () => ({ project: server.project, photos: server.photos })
  const overtaken = () => void told.overtaken++
  const steps = createHistorySteps(store, { texts, photos: edits, read, overtaken })
  /** What is on screen. */
  const shown = () => {
    const { removedIds, unsaved } = store.getState()
    const { title, style } = server.project
    return {
      title: unsaved.get('title')?.raw ?? title,
      style: unsaved.get('style')?.raw ?? style,
      photos: server.photos
        .filter(({ id }) => !removedIds.includes(id))
        .map(({ id, caption }) => [id, unsaved.get(`caption:${id}`)?.raw ?? caption]),
    }
  }
  return { store, server, texts, edits, steps, offers, told, shown }
}
