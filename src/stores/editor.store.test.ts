import { describe, expect, test } from 'vitest'
import type { ProjectEdit } from '@/domain/projectEdit'
import { HISTORY_LIMIT } from './editHistory'
import { createEditorStore, EDITOR_TOOLS } from './editor.store'

const edit = (n: number): ProjectEdit => ({ kind: 'caption', photoId: 'p', from: `${n - 1}`, to: `${n}` })

test('two editors side by side share nothing', () => {
  const [left, right] = [createEditorStore(), createEditorStore()]
  const untouched = right.getState()
  left.getState().pickTool('details')
  left.getState().movePlayhead(7, 30)
  left.getState().zoomTo(4)
  left.getState().selectPhoto('p')
  left.getState().edited(edit(1))
  left.getState().typed('title', 'Sea', 'Lake', true)
  left.getState().photoRemoved('q')
  expect(right.getState()).toBe(untouched)
  expect(right.getState()).toMatchObject({
    selectedTool: 'photos',
    timeline: { positionSeconds: 0, zoom: 1 },
    selectedPhotoId: null,
    history: { past: [], future: [] },
    removedIds: [],
  })
})

test('every tool can be picked', () => {
  const store = createEditorStore()
  for (const tool of EDITOR_TOOLS) {
    store.getState().pickTool(tool)
    expect(store.getState().selectedTool).toBe(tool)
  }
})

describe('the timeline', () => {
  test.each([
    [12.5, 12.5],
    [-3, 0],
    [31, 30],
    [Infinity, 30],
  ])('asked for second %d of 30, the playhead is at %d', (asked, at) => {
    const store = createEditorStore()
    store.getState().movePlayhead(asked, 30)
    expect(store.getState().timeline.positionSeconds).toBe(at)
  })
  test.each([
    [2, 2],
    [0.1, 0.25],
    [-1, 0.25],
    [99, 8],
  ])('asked for zoom %d it is %d', (asked, zoom) => {
    const store = createEditorStore()
    store.getState().zoomTo(asked)
    expect(store.getState().timeline.zoom).toBe(zoom)
  })
  test('what is not a number moves nothing', () => {
    const store = createEditorStore()
    const { timeline } = store.getState()
    store.getState().movePlayhead(Number.NaN, 30)
    store.getState().zoomTo(Number.NaN)
    expect(store.getState().timeline).toBe(timeline)
  })
  test('a playhead that stays where it is leaves the same timeline', () => {
    const store = createEditorStore()
    store.getState().movePlayhead(5, 30)
    const { timeline } = store.getState()
    store.getState().movePlayhead(5, 30)
    expect(store.getState().timeline).toBe(timeline)
  })
})

describe('the history', () => {
  test('goes back and forth through what was done, in order', () => {
    const store = createEditorStore()
    const { edited, steppedBack, steppedForward } = store.getState()
    ;[1, 2, 3].forEach((n) => edited(edit(n)))
    steppedBack()
    steppedBack()
    expect(store.getState().history).toEqual({ past: [edit(1)], future: [edit(3), edit(2)] })
    steppedForward()
    expect(store.getState().history).toEqual({ past: [edit(1), edit(2)], future: [edit(3)] })
  })
  test('what was undone cannot be redone once something new is done', () => {
    const store = createEditorStore()
    store.getState().edited(edit(1))
    store.getState().steppedBack()
    store.getState().edited(edit(2))
    expect(store.getState().history).toEqual({ past: [edit(2)], future: [] })
  })
  test('keeps the last 100 edits', () => {
    const store = createEditorStore()
    for (let n = 1; n <= HISTORY_LIMIT + 5; n++) store.getState().edited(edit(n))
    const { past } = store.getState().history
    expect([past.length, past[0], past.at(-1)]).toEqual([100, edit(6), edit(105)])
  })
  test('at its ends nothing happens', () => {
    const store = createEditorStore()
    const { history } = store.getState()
    store.getState().steppedBack()
    store.getState().steppedForward()
    expect(store.getState().history).toBe(history)
  })
  test('what can never be undone leaves it', () => {
    const store = createEditorStore()
    ;[1, 2, 3].forEach((n) => store.getState().edited(edit(n)))
    store.getState().steppedBack()
    store.getState().forgetEdits((one) => one.kind === 'caption' && one.to !== '1')
    expect(store.getState().history).toEqual({ past: [edit(1)], future: [] })
  })
})
