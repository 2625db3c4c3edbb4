import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import type { Analysis } from '@/domain/analysis'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { draftTrack } from '@/domain/draftTrack.fixture'
import { saveStatus, useVideoStore } from './video.store'

const state = () => useVideoStore.getState()
const names = () => state().draft.photos.map(({ facts }) => facts.filename)
const blob = new Blob(['abc'])

const a = draftPhoto('a.jpg', '2025-06-03T10:00:00')
const b = draftPhoto('b.jpg', '2025-06-01T10:00:00')
const c = draftPhoto('c.jpg')
const d = draftPhoto('d.jpg', '2025-06-02T10:00:00')

beforeEach(() => {
  state().draftClosed()
  state().draftOpened({ ownerId: 'ada', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
})

describe('the draft', () => {
  test('edits stay within what a project may be', () => {
    state().editDraft({ title: 'x'.repeat(500), description: 'y'.repeat(5000), durationSeconds: 99_999 })
    expect(state().draft.title).toHaveLength(120)
    expect(state().draft.description).toHaveLength(2000)
    expect(state().draft.durationSeconds).toBe(1800)
    state().editDraft({ durationSeconds: 1.2 })
    expect(state().draft.durationSeconds).toBe(5)
    state().editDraft({ durationSeconds: Number.NaN })
    expect(state().draft.durationSeconds).toBe(5)
  })

  test('the same content is not added twice, not even within one drop', () => {
    state().addPhotos([a, b])
    state().addPhotos([draftPhoto('a.jpg'), c])
    expect(names()).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
  })

  test('a removed photo comes back where it was', () => {
    state().addPhotos([a, b, c])
    state().removePhoto(b.id)
    expect(names()).toEqual(['a.jpg', 'c.jpg'])
    state().restorePhoto(b.id)
    expect(names()).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
  })

  test('several removals can be undone in any order, and only once', () => {
    state().addPhotos([a, b, c, d])
    for (const { id } of [a, c, d]) state().removePhoto(id)
    for (const { id } of [a, c, d, d]) state().restorePhoto(id)
    expect(names().toSorted()).toEqual(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'])
    expect(state().removedPhotos).toEqual([])
  })

  test('a removed photo that was chosen again does not come back a second time', () => {
    state().addPhotos([a, b])
    state().removePhoto(a.id)
    state().addPhotos([draftPhoto('a.jpg')])
    state().restorePhoto(a.id)
    expect(names()).toEqual(['b.jpg', 'a.jpg'])
  })

  test('a move is clamped to the list, and an unknown photo moves nothing', () => {
    state().addPhotos([a, b, c])
    state().movePhoto(a.id, 99)
    expect(names()).toEqual(['b.jpg', 'c.jpg', 'a.jpg'])
    state().movePhoto(a.id, -5)
    expect(names()).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
    const before = state().draft
    state().movePhoto('nobody', 1)
    expect(state().draft).toBe(before)
  })

  test('sorting by date puts the oldest first and keeps undated photos behind, in their order', () => {
    const e = draftPhoto('e.jpg')
    state().addPhotos([c, a, e, b, d])
    state().sortPhotosByDate()
    expect(names()).toEqual(['b.jpg', 'd.jpg', 'a.jpg', 'c.jpg', 'e.jpg'])
  })

  test('photos that are added join in time until a person has moved one; then they come last', () => {
    state().addPhotos([a], 'inTime')
    state().addPhotos([b], 'inTime')
    state().addPhotos([d], 'inTime')
    expect(names()).toEqual(['b.jpg', 'd.jpg', 'a.jpg'])
    state().movePhoto(a.id, 0)
    state().addPhotos([draftPhoto('e.jpg', '2025-06-01T09:00:00')], 'inTime')
    expect(names()).toEqual(['a.jpg', 'b.jpg', 'd.jpg', 'e.jpg'])
    state().sortPhotosByDate()
    state().addPhotos([draftPhoto('f.jpg', '2025-06-01T11:00:00')], 'inTime')
    expect(names()).toEqual(['e.jpg', 'b.jpg', 'f.jpg', 'd.jpg', 'a.jpg'])
  })

  test('a choice belongs to one photo', () => {
    state().addPhotos([a, b])
    state().choosePhoto(b.id, 'keep')
    expect(state().draft.photos.map(({ choice }) => choice)).toEqual(['auto', 'keep'])
  })

  test('a track is what is heard once it is chosen, and stays to be chosen again', () => {
    const track = draftTrack('song.mp3')
    state().chooseTrack(track)
    expect(state().draft).toMatchObject({ track, music: { kind: 'track', trackId: track.id } })
    state().editDraft({ music: { kind: 'none' } })
    expect(state().draft.track).toBe(track)
  })

  test('a caption belongs to one photo and is cut at its limit', () => {
    state().addPhotos([a, b])
    state().captionPhoto(b.id, 'z'.repeat(300))
    expect(state().draft.photos.map(({ caption }) => caption.length)).toEqual([0, 200])
  })

  test('starting over gives new ids, and can be undone', () => {
    state().addPhotos([a])
    state().editDraft({ title: 'Lake' })
    const old = state().draft
    state().discardDraft()
    expect(names()).toEqual([])
    expect(state().draft.id).not.toBe(old.id)
    expect(state().draft.requestKey).not.toBe(old.requestKey)
    state().restoreDraft()
    expect(state().draft).toBe(old)
  })

  test("nothing of one person's draft is left when it is closed", () => {
    state().addPhotos([a])
    state().fileArrived(a.id, blob, blob)
    state().photoRefused({ id: '1', filename: 'x', code: 'not_a_photo' })
    state().draftClosed()
    const { ownerId, draft, files, refused, removedPhotos, discarded } = state()
    expect({ ownerId, photos: draft.photos, files, refused, removedPhotos, discarded }).toEqual({
      ownerId: null,
      photos: [],
      files: {},
      refused: [],
      removedPhotos: [],
      discarded: null,
    })
  })
})

describe('the save status', () => {
  const status = () => saveStatus(state())

  test('is saved only while the text on screen and every file are on the device', () => {
    expect(status()).toBe('untouched')
    state().editDraft({ title: 'Lake' })
    expect(status()).toBe('unsaved')
    state().draftSaved(state().draft, [])
    expect(status()).toBe('saved')
    state().fileArrived(a.id, blob, blob)
    state().addPhotos([a])
    expect(status()).toBe('saving')
    state().draftSaved(state().draft, [])
    expect(status()).toBe('saving')
    state().fileSaved(a.id)
    expect(status()).toBe('saved')
  })

  test('a save that ended after the next keystroke does not count for it', () => {
    state().editDraft({ title: 'L' })
    const written = state().draft
    state().editDraft({ title: 'La' })
    state().draftSaved(written, [])
    expect(status()).toBe('unsaved')
  })

  test('a file that could not be kept is a failure until it is saved or removed', () => {
    state().fileArrived(a.id, blob, blob)
    state().addPhotos([a])
    state().fileFailed(a.id, 'storage_full')
    state().draftSaved(state().draft, [])
    expect(status()).toBe('failed')
    state().retryFiles()
    expect(status()).toBe('saving')
    state().fileFailed(a.id, 'storage_full')
    state().removePhoto(a.id)
    state().draftSaved(state().draft, [])
    expect(status()).toBe('saved')
  })

  test('photos being read, missing or known by name only are not saved', () => {
    const lost = [{ id: 'l', filename: 'lost.jpg', bytes: 1 }]
    const draft = { ...emptyDraft(), photos: [a] }
    state().draftOpened({ ownerId: 'ada', draft, isKept: true, files: { [a.id]: { kind: 'missing' } }, lost })
    expect(status()).toBe('incomplete')
    state().fileArrived(a.id, blob, blob)
    state().fileSaved(a.id)
    expect(status()).toBe('incomplete')
    state().readingStarted([{ id: 'n', filename: 'lost.jpg', bytes: 1 }])
    expect(state().lost).toEqual([])
    expect(status()).toBe('saving')
    state().readingEnded(['n'])
    state().draftSaved(state().draft, [])
    expect(status()).toBe('saved')
  })

  test('what was not read when the page was left is remembered by name', () => {
    state().readingStarted([{ id: 'n', filename: 'late.jpg', bytes: 1 }])
    state().readingStopped()
    expect(state().lost.map(({ filename }) => filename)).toEqual(['late.jpg'])
    state().draftSaved(state().draft, state().lost)
    expect(status()).toBe('incomplete')
  })
})

describe('what is seen in photos', () => {
  const seen = (utcOffsetMinutes: number | null = null): Analysis => ({
    version: 1,
    faces: [],
    focus: null,
    sharpness: 1,
    brightness: 0.5,
    clipped: 0,
    hash: '0'.repeat(16),
    camera: null,
    town: null,
    utcOffsetMinutes,
  })

  test('is known to the draft, to what was removed, and to every draft that undo brings back', () => {
    state().addPhotos([a, b])
    state().removePhoto(a.id)
    state().photosToSee([a.id, b.id])
    state().photoSeen(a.id, seen())
    state().photoSeen(b.id, seen())
    expect(state().draft.photos.map(({ analysis }) => analysis)).toEqual([seen()])
    expect(state().removedPhotos.map(({ photo }) => photo.analysis)).toEqual([seen()])
    state().undo()
    expect(state().draft.photos.map(({ analysis }) => analysis)).toEqual([seen(), seen()])
    state().undo()
    expect(state().draft.photos).toEqual([])
  })

  test('is no step to undo, and counts down what is to be seen, also in vain', () => {
    state().addPhotos([b, a])
    const steps = state().history.past.length
    state().photosToSee([a.id, b.id])
    expect([state().toSee.length, state().toSeeTotal]).toEqual([2, 2])
    state().photoSeen(b.id, null)
    state().photoSeen(a.id, seen())
    expect(state().toSee).toEqual([])
    expect(state().history.past).toHaveLength(steps)
    expect(state().draft.photos.map(({ analysis }) => analysis)).toEqual([null, seen()])
  })

  test('a zone that is found moves the photo to its true time, unless the order is the person’s own', () => {
    // 10:00 in Tokyo is before 08:00 in London.
    const tokyo = draftPhoto('tokyo.jpg', '2025-06-01T10:00:00')
    const london = draftPhoto('london.jpg', '2025-06-01T08:00:00')
    const look = () => {
      state().photosToSee([tokyo.id, london.id])
      state().photoSeen(tokyo.id, seen(540))
      state().photoSeen(london.id, seen(60))
    }
    state().addPhotos([tokyo, london], 'inTime')
    expect(names()).toEqual(['london.jpg', 'tokyo.jpg'])
    look()
    expect(names()).toEqual(['tokyo.jpg', 'london.jpg'])
    state().movePhoto(london.id, 0)
    look()
    expect(names()).toEqual(['london.jpg', 'tokyo.jpg'])
  })

  test('moves it also in every draft that an undo, a redo or “Start over” brings back', () => {
    const tokyo = draftPhoto('tokyo.jpg', '2025-06-01T10:00:00')
    const london = draftPhoto('london.jpg', '2025-06-01T08:00:00')
    state().addPhotos([tokyo, london], 'inTime')
    state().editDraft({ title: 'Flight' })
    state().editDraft({ style: 'modern' })
    state().undo()
    state().photosToSee([tokyo.id, london.id])
    state().photoSeen(tokyo.id, seen(540))
    state().photoSeen(london.id, seen(60))
    state().undo()
    expect(names()).toEqual(['tokyo.jpg', 'london.jpg'])
    state().redo()
    state().redo()
    expect(state().draft.style).toBe('modern')
    expect(names()).toEqual(['tokyo.jpg', 'london.jpg'])

    state().photosToSee([tokyo.id, london.id])
    state().discardDraft()
    state().photoSeen(tokyo.id, seen(60))
    state().photoSeen(london.id, seen(540))
    state().restoreDraft()
    expect(names()).toEqual(['london.jpg', 'tokyo.jpg'])
  })
})

describe('uploads', () => {
  test('each photo has its own state; a failed one does not stop the others', () => {
    state().submissionStarted()
    state().uploadChanged('a', { kind: 'failed', error: new Error('cut') })
    state().uploadChanged('b', { kind: 'uploading', fraction: 0.5, attempt: 1 })
    expect(state().uploads.a?.kind).toBe('failed')
    expect(state().uploads.b).toEqual({ kind: 'uploading', fraction: 0.5, attempt: 1 })
    state().submissionCancelled()
    expect(state().uploads).toEqual({})
  })

  test('late progress does not bring a finished submission back to life', () => {
    state().submissionStarted()
    state().submissionFailed(new Error('cut'))
    state().uploadsMoved(0.9, 3)
    state().stepEntered('placing')
    expect(state().submission.kind).toBe('failed')
  })
})
