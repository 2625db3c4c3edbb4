import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import { useVideoStore } from '@/stores/video.store'
import { useDraftUndo } from './useDraftUndo'

const state = () => useVideoStore.getState()
const press = (target: EventTarget = document.body, keys: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', {
    key: 'z',
    ctrlKey: true,
    bubbles: true,
    cancelable: true,
    ...keys,
  })
  act(() => void target.dispatchEvent(event))
  return event
}
const inPage = (html: string): Element => {
  document.body.innerHTML = html
  const element = document.querySelector('[data-here]')
  if (!element) throw new Error('nothing to press in')
  return element
}

beforeEach(() => {
  document.body.innerHTML = ''
  state().draftOpened({ ownerId: 'ada', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
  state().accessChanged('editing')
  state().editDraft({ title: 'Lake' })
})

describe('while nothing of the draft may be changed, nothing is undone', () => {
  test.each([
    ['another tab edits it', () => state().accessChanged('reading')],
    ['it is on its way', () => state().submissionStarted()],
    ['it has become a project', () => state().submissionDone()],
  ])('because %s', (_why, lock) => {
    const { result } = renderHook(() => useDraftUndo())
    expect(result.current.mayUndo).toBe(true)
    act(lock)
    expect(result.current.mayUndo).toBe(false)
    press()
    act(() => result.current.undo())
    expect(state().draft.title).toBe('Lake')
  })
})

test.each([
  '<input type="text" data-here>',
  '<input type="number" data-here>',
  '<textarea data-here></textarea>',
  '<div contenteditable="true"><b data-here></b></div>',
  '<div role="dialog"><button data-here></button></div>',
])('the keys pressed in %s are left to the browser', (html) => {
  renderHook(() => useDraftUndo())
  expect(press(inPage(html)).defaultPrevented).toBe(false)
  expect(state().draft.title).toBe('Lake')
})

test.each([
  '<input type="radio" data-here>',
  '<input type="checkbox" data-here>',
  '<button data-here></button>',
])('the keys pressed in %s undo', (html) => {
  renderHook(() => useDraftUndo())
  expect(press(inPage(html)).defaultPrevented).toBe(true)
  expect(state().draft.title).toBe('')
})

test('other keys do nothing, and neither do these once the page is left', () => {
  const { unmount } = renderHook(() => useDraftUndo())
  press(document.body, { ctrlKey: false })
  press(document.body, { altKey: true })
  press(document.body, { key: 'x' })
  expect(state().draft.title).toBe('Lake')
  unmount()
  press()
  expect(state().draft.title).toBe('Lake')
})
