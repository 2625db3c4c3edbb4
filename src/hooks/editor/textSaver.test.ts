import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProjectConflict } from '@/data/changeProject'
import { DataError } from '@/lib/errors'
import { createEditorStore } from '@/stores/editor.store'
import { captionKey, createTextSaver, SAVE_AT_LATEST_MS, SAVE_DELAY_MS } from './textSaver'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A saver whose requests the test answers, in any order. */
function desk() {
  const store = createEditorStore()
  const sent: { what: unknown; arrived: () => void; failed: (error: Error) => void }[] = []
  const send = (what: unknown) =>
    new Promise<void>((resolve, reject) => {
      sent.push({ what, arrived: resolve, failed: reject })
    })
  const saver = createTextSaver(store, {
    saveWishes: (to, from) => send({ to, from }),
    saveCaption: (photoId, to) => send({ photoId, to }),
  })
  return {
    store,
    saver,
    sent,
    requests: () => sent.map(({ what }) => what),
    unsaved: (key: 'title' | 'description' | 'style' | 'durationSeconds') =>
      store.getState().unsaved.get(key),
    past: () => store.getState().history.past,
  }
}
/** Let everybody who waits for an answer hear it. */
const settle = () => vi.advanceTimersByTimeAsync(0)
const photoId = '55555555-5555-4555-8555-555555555555'

test('a burst of typing is saved once, when it rests, and is one step of undo', () => {
  const { saver, requests, past } = desk()
  for (const text of ['S', 'Se', 'Sea']) {
    saver.put('title', text, 'Lake')
    vi.advanceTimersByTime(SAVE_DELAY_MS - 1)
  }
  expect(requests()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(requests()).toEqual([{ to: { title: 'Sea' }, from: { title: 'Lake' } }])
  expect(past()).toEqual([{ kind: 'wishes', to: { title: 'Sea' }, from: { title: 'Lake' } }])
})
test('somebody who types without a pause is saved all the same', () => {
  const { saver, requests } = desk()
  const step = SAVE_DELAY_MS / 2
  for (let time = 0; time < SAVE_AT_LATEST_MS; time += step) {
    saver.put('title', `after ${time}`, 'Lake')
    vi.advanceTimersByTime(step)
  }
  expect(requests()).toHaveLength(1)
})
test('fields changed together go out together, captions by themselves', () => {
  const { saver, requests } = desk()
  saver.put('title', 'Sea', 'Lake')
  saver.put('durationSeconds', '60', '30')
  saver.put(captionKey(photoId), 'Dawn', '')
  vi.advanceTimersByTime(SAVE_DELAY_MS)
  expect(requests()).toEqual([
    { to: { title: 'Sea', durationSeconds: 60 }, from: { title: 'Lake', durationSeconds: 30 } },
    { photoId, to: 'Dawn' },
  ])
})
test('what cannot be saved is not sent, and what is beside it is', () => {
  const { saver, requests, unsaved } = desk()
  saver.put('title', '  ', 'Lake')
  saver.put('durationSeconds', '4', '30')
  saver.put('description', 'By the sea', '')
  vi.advanceTimersByTime(SAVE_DELAY_MS)
  expect(requests()).toEqual([{ to: { description: 'By the sea' }, from: { description: '' } }])
  expect([unsaved('title')?.phase, unsaved('durationSeconds')?.phase]).toEqual(['invalid', 'invalid'])
})
test('typing goes on while a save is under way, and is a save and a step of its own', async () => {
  const { saver, sent, requests, unsaved, past } = desk()
  saver.put('title', 'S', 'Lake')
  vi.advanceTimersByTime(SAVE_DELAY_MS)
  saver.put('title', 'Sea', 'S')
  sent[0]?.arrived()
  await settle()
  expect(unsaved('title')?.raw).toBe('Sea')
  vi.advanceTimersByTime(SAVE_DELAY_MS)
  expect(requests()[1]).toEqual({ to: { title: 'Sea' }, from: { title: 'S' } })
  sent[1]?.arrived()
  await settle()
  expect(unsaved('title')).toBeUndefined()
  expect(past()).toHaveLength(2)
})
test('a flush sends at once and is over when everything has arrived', async () => {
  const { saver, sent, requests } = desk()
  saver.put('title', 'Sea', 'Lake')
  saver.put(captionKey(photoId), 'Dawn', '')
  const flushed = vi.fn<() => void>()
  void saver.flush().then(flushed)
  expect(requests()).toHaveLength(2)
  sent[0]?.arrived()
  await settle()
  expect(flushed).not.toHaveBeenCalled()
  sent[1]?.arrived()
  await settle()
  expect(flushed).toHaveBeenCalled()
})
test('leaving one field sends that field, and not the caption being typed elsewhere', () => {
  const { saver, requests } = desk()
  saver.put(captionKey(photoId), 'Dawn', '')
  saver.put('title', 'Sea', 'Lake')
  void saver.flush('title')
  expect(requests()).toEqual([{ to: { title: 'Sea' }, from: { title: 'Lake' } }])
})
test('a save that failed stays on screen, is no step of undo, and is sent again by the next flush', async () => {
  const { saver, sent, requests, unsaved, past } = desk()
  saver.put('title', 'Sea', 'Lake')
  void saver.flush()
  sent[0]?.failed(new DataError('save the project', 'server', 500))
  await settle()
  expect(unsaved('title')).toMatchObject({ raw: 'Sea', phase: 'failed' })
  expect(past()).toEqual([])
  void saver.flush()
  expect(requests()[1]).toEqual({ to: { title: 'Sea' }, from: { title: 'Lake' } })
})
test('when the person is asked which version to keep, the field shows the server again', async () => {
  const { saver, sent, unsaved, past, store } = desk()
  saver.put('title', 'Sea', 'Lake')
  void saver.flush()
  sent[0]?.failed(new ProjectConflict(theirs, { title: 'Sea' }))
  await settle()
  expect(unsaved('title')).toBeUndefined()
  expect(past()).toEqual([])
  expect(store.getState().unsaved.size).toBe(0)
})
test('what is typed while they are asked is neither lost nor taken for what they were asked about', async () => {
  const { saver, sent, requests, unsaved } = desk()
  saver.put('title', 'Sea', 'Lake')
  void saver.flush()
  saver.put('title', 'Sea and sand', 'Lake')
  sent[0]?.failed(new ProjectConflict(theirs, { title: 'Sea' }))
  await settle()
  expect(unsaved('title')).toMatchObject({ raw: 'Sea and sand', phase: 'typing' })
  vi.advanceTimersByTime(SAVE_DELAY_MS)
  expect(requests()).toHaveLength(2)
  expect(requests()[1]).toEqual({ to: { title: 'Sea and sand' }, from: { title: 'Lake' } })
})
test('the caption of a photo that somebody removed is let go', async () => {
  const { saver, sent, store } = desk()
  saver.put(captionKey(photoId), 'Dawn', '')
  void saver.flush()
  sent[0]?.failed(new DataError('save the caption', 'not_found', 404))
  await settle()
  expect(store.getState().unsaved.size).toBe(0)
})
test('what undo puts back is sent at once and is no new step', () => {
  const { saver, requests, past } = desk()
  saver.putBack('title', 'Lake', 'Sea')
  expect(requests()).toEqual([{ to: { title: 'Lake' }, from: { title: 'Sea' } }])
  expect(past()).toEqual([])
})

const theirs = {
  id: '22222222-2222-4222-8222-222222222222',
  userId: '11111111-1111-4111-8111-111111111111',
  title: 'Ocean',
  description: '',
  style: 'classic',
  durationSeconds: 30,
  aspectRatio: '16:9',
  music: { kind: 'none' },
  status: 'draft',
  rev: 3,
  createdAt: '2025-11-23T12:00:00+00:00',
  updatedAt: '2025-11-23T12:00:00+00:00',
} as const
