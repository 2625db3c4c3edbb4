import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { presentMessages, type Message } from '@/lib/notify'
import { useVideoStore } from '@/stores/video.store'
import { UNDO_MS, usePhotoManager } from './usePhotoManager'

let undo: () => void
let forget: () => void
beforeEach(() => {
  vi.useFakeTimers()
  useVideoStore.getState().draftClosed()
  useVideoStore.getState().addPhotos([draftPhoto('a.jpg'), draftPhoto('b.jpg'), draftPhoto('c.jpg')])
  forget = presentMessages((message: Message) => {
    if (message.kind === 'info' && message.action?.label === 'Undo') undo = message.action.onClick
  })
})
afterEach(() => {
  forget()
  vi.useRealTimers()
})

const names = () => useVideoStore.getState().draft.photos.map(({ facts }) => facts.filename)
const manager = () => renderHook(() => usePhotoManager()).result.current
const removeSecond = () => manager().removePhoto(useVideoStore.getState().draft.photos[1]?.id ?? '')

test('a removed photo comes back to its place with Undo', () => {
  removeSecond()
  expect(names()).toEqual(['a.jpg', 'c.jpg'])
  undo()
  expect(names()).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
})

test('a removed photo is kept for as long as it can come back, and no longer', () => {
  removeSecond()
  vi.advanceTimersByTime(UNDO_MS - 1)
  expect(useVideoStore.getState().removedPhotos).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(useVideoStore.getState().removedPhotos).toEqual([])
})

test('a discarded draft comes back whole with Undo', () => {
  manager().startOver()
  expect(names()).toEqual([])
  undo()
  expect(names()).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
})
