import { beforeEach, describe, expect, test, vi, afterEach } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { draftTrack } from '@/domain/draftTrack.fixture'
import { goneFiles, HISTORY_LIMIT, READING_PAUSE_MS, TYPING_PAUSE_MS } from './history.slice'
import { saveStatus, useVideoStore } from './video.store'

const state = () => useVideoStore.getState()
const names = () =>
  state()
    .draft.photos.map(({ facts }) => facts.filename)
    .join(' ')
const a = draftPhoto('a', '2025-06-03T10:00:00')
const b = draftPhoto('b', '2025-06-01T10:00:00')
const c = draftPhoto('c', '2025-06-02T10:00:00')
const pause = () => vi.advanceTimersByTime(TYPING_PAUSE_MS + 1)
const longPause = () => vi.advanceTimersByTime(READING_PAUSE_MS + 1)

beforeEach(() => {
  vi.useFakeTimers()
  state().draftOpened({ ownerId: 'ada', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
})
afterEach(() => vi.useRealTimers())

function type(text: string) {
  for (let end = 1; end <= text.length; end++) {
    state().editDraft({ title: text.slice(0, end) })
    vi.advanceTimersByTime(100)
  }
}

describe('undo and redo', () => {
  test('go back and forth through everything that can be done to a draft', () => {
    const looks = [state().draft]
    const does: (() => void)[] = [
      () => state().addPhotos([a, b, c]),
      () => state().movePhoto(c.id, 0),
      () => state().captionPhoto(a.id, 'Lake'),
      () => state().sortPhotosByDate(),
      () => state().choosePhoto(a.id, 'keep'),
      () => state().chooseTrack(draftTrack('song.mp3')),
      () => state().editDraft({ music: { kind: 'none' } }),
      () => state().editDraft({ fps: 60 }),
      () => state().removePhoto(b.id),
      () => state().editDraft({ title: 'Summer' }),
      () => state().editDraft({ style: 'vintage' }),
      () => state().editDraft({ durationSeconds: 90 }),
      () => state().discardDraft(),
      () => state().addPhotos([b]),
    ]
    for (const act of does) {
      act()
      looks.push(state().draft)
      longPause()
    }
    for (const look of looks.toReversed().slice(1)) {
      state().undo()
      expect(state().draft).toBe(look)
    }
    state().undo()
    expect(state().draft).toBe(looks[0])
    for (const look of looks.slice(1)) {
      state().redo()
      expect(state().draft).toBe(look)
    }
    state().redo()
    expect(state().draft).toBe(looks.at(-1))
  })

  test('what was undone is gone for redo as soon as something else is done', () => {
    state().editDraft({ title: 'Lake' })
    state().undo()
    state().editDraft({ style: 'modern' })
    state().redo()
    expect(state().draft).toMatchObject({ title: '', style: 'modern' })
  })

  test('typing without a pause is one step, a pause or another field begins the next', () => {
    type('Summer')
    pause()
    type('Summer at the lake')
    state().editDraft({ description: 'Ju' })
    state().editDraft({ description: 'Julian Alps' })
    state().undo()
    expect(state().draft).toMatchObject({ title: 'Summer at the lake', description: '' })
    state().undo()
    expect(state().draft.title).toBe('Summer')
    state().undo()
    expect(state().draft.title).toBe('')
  })

  test('captions of two photos are two steps', () => {
    state().addPhotos([a, b])
    state().captionPhoto(a.id, 'x')
    state().captionPhoto(a.id, 'xy')
    state().captionPhoto(b.id, 'z')
    state().undo()
    expect(state().draft.photos.map(({ caption }) => caption)).toEqual(['xy', ''])
    state().undo()
    expect(state().draft.photos.map(({ caption }) => caption)).toEqual(['', ''])
  })

  test('photos that come in one after the other, as they are read, go together', () => {
    for (const photo of [a, b, c]) {
      state().addPhotos([photo])
      vi.advanceTimersByTime(READING_PAUSE_MS - 1)
    }
    state().undo()
    expect(names()).toBe('')
    state().redo()
    expect(names()).toBe('a b c')
  })

  test('two moves or removals are two steps however quickly they follow', () => {
    state().addPhotos([a, b, c])
    state().movePhoto(a.id, 2)
    state().movePhoto(b.id, 1)
    state().removePhoto(c.id)
    state().removePhoto(a.id)
    const seen = [names()]
    for (let step = 0; step < 4; step++) {
      state().undo()
      seen.push(names())
    }
    expect(seen).toEqual(['b', 'b a', 'c b a', 'b c a', 'a b c'])
  })

  test('what changes nothing is no step', () => {
    state().addPhotos([a, b])
    const { past } = state().history
    state().editDraft({ title: '' })
    state().captionPhoto(a.id, '')
    state().movePhoto(a.id, 0)
    state().addPhotos([a])
    state().removePhoto('nobody')
    expect(state().history.past).toBe(past)
  })

  test('reach back a hundred steps and no further', () => {
    for (let step = 0; step < HISTORY_LIMIT + 20; step++) {
      state().editDraft({ title: `Title ${step}` })
      pause()
    }
    expect(state().history.past).toHaveLength(HISTORY_LIMIT)
    for (let step = 0; step < HISTORY_LIMIT + 20; step++) state().undo()
    expect(state().draft.title).toBe('Title 19')
  })

  test('a photo removed long ago comes back to its place, also after its message has gone', () => {
    state().addPhotos([a, b, c])
    state().removePhoto(b.id)
    state().forgetPhoto(b.id)
    state().undo()
    expect(names()).toBe('a b c')
  })

  test('going back to what is on the device is saved again without writing', () => {
    state().editDraft({ title: 'Lake' })
    state().draftSaved(state().draft, [])
    pause()
    state().editDraft({ title: 'Lakes' })
    expect(saveStatus(state())).toBe('unsaved')
    state().undo()
    expect(saveStatus(state())).toBe('saved')
  })

  test('end with the draft: nothing of it comes back into another one', () => {
    state().editDraft({ title: 'Ada’s' })
    state().draftOpened({ ownerId: 'eve', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
    state().undo()
    expect(state().draft.title).toBe('')
    state().editDraft({ title: 'Eve’s' })
    state().draftClosed()
    state().undo()
    expect(state().draft.title).toBe('')
  })

  test('photos of one drop that are put between the others are one step', () => {
    const [late, early, middle] = [5, 1, 3].map((day) => draftPhoto(String(day), `2025-06-0${day}T10:00:00`))
    for (const photo of [late, early, middle]) if (photo) state().addPhotos([photo], 'inTime')
    expect(names()).toBe('1 3 5')
    state().undo()
    expect(names()).toBe('')
  })

  test('the file of a track that an undo brings back is kept, and given up with the rest', () => {
    const [first, second] = [draftTrack('first.mp3'), draftTrack('second.mp3')]
    state().chooseTrack(first)
    longPause()
    state().chooseTrack(second)
    expect([...goneFiles(state())]).toEqual([first.id])
    state().forgetGoneFiles()
    state().undo()
    expect(state().draft.track).toBeNull()
  })

  test('a step without music stays without, also when the track that lay beside it was given up', () => {
    state().chooseTrack(draftTrack('first.mp3'))
    longPause()
    state().editDraft({ music: { kind: 'none' } })
    longPause()
    state().editDraft({ title: 'Lake' })
    longPause()
    state().chooseTrack(draftTrack('second.mp3'))
    const { track } = state().draft
    state().forgetGoneFiles()
    state().undo()
    expect(state().draft).toMatchObject({ title: 'Lake', track, music: { kind: 'none' } })
  })

  test('photos that were given up are in no step, and steps that were only about them are gone', () => {
    state().addPhotos([a])
    longPause()
    state().addPhotos([b])
    state().removePhoto(b.id)
    state().forgetPhoto(b.id)
    state().editDraft({ title: 'Lake' })
    state().forgetGoneFiles()
    expect(state().history.past).toHaveLength(2)
    state().undo()
    expect([names(), state().draft.title]).toEqual(['a', ''])
    state().undo()
    expect(names()).toBe('')
  })
})
