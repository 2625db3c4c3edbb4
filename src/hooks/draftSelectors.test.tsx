import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import {
  useDraftPhoto,
  useIsLocked,
  usePhotoFile,
  usePhotoIds,
  useSaveStatus,
  useUpload,
  useVideoStore,
} from '@/stores/video.store'
import { useDraftUndo } from './useDraftUndo'
import { usePhotoManager } from './usePhotoManager'

const state = () => useVideoStore.getState()
const [a, b] = [draftPhoto('a.jpg'), draftPhoto('b.jpg')]
const blob = new Blob(['x'])

beforeEach(() => {
  state().draftOpened({ ownerId: 'ada', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
  state().accessChanged('editing')
  for (const photo of [a, b]) state().fileArrived(photo.id, blob, blob)
  state().addPhotos([a, b])
})

/** How often a component that uses the hook is rendered for what is done. */
function rendersOf(hook: () => unknown) {
  let renders = 0
  renderHook(() => {
    renders++
    return hook()
  })
  return (doing: () => void) => {
    const before = renders
    act(doing)
    return renders - before
  }
}

const anything = [
  ['a title', () => state().editDraft({ title: `Lake ${state().draft.title}` })],
  ['the caption of another photo', () => state().captionPhoto(b.id, 'Evening')],
  ['the file of another photo', () => state().fileSaved(b.id)],
  ['the upload of another photo', () => state().uploadChanged(b.id, { kind: 'queued' })],
  ['a save', () => state().draftSaved(state().draft, [])],
] as const

test.each(anything)('%s renders nothing of a photo that it is not about', (_what, act_) => {
  for (const hook of [
    () => useDraftPhoto(a.id),
    () => usePhotoFile(a.id),
    () => useUpload(a.id),
    usePhotoIds,
  ])
    expect(rendersOf(hook)(act_)).toBe(0)
})

test('a photo is rendered for its own caption, file and upload, once each', () => {
  expect(rendersOf(() => useDraftPhoto(a.id))(() => state().captionPhoto(a.id, 'Morning'))).toBe(1)
  expect(rendersOf(() => usePhotoFile(a.id))(() => state().fileSaved(a.id))).toBe(1)
  const uploading = rendersOf(() => useUpload(a.id))
  expect(uploading(() => state().uploadChanged(a.id, { kind: 'queued' }))).toBe(1)
})

test('a letter in the middle of a word renders neither the lock, nor the list, nor undo', () => {
  state().editDraft({ title: 'L' })
  for (const hook of [useIsLocked, usePhotoIds, useDraftUndo, usePhotoManager])
    expect(rendersOf(hook)(() => state().editDraft({ title: `${state().draft.title}x` }))).toBe(0)
})

test('the save indicator is rendered when its word changes, not with every letter', () => {
  state().draftSaved(state().draft, [])
  for (const { id } of [a, b]) state().fileSaved(id)
  const renders = rendersOf(useSaveStatus)
  expect(renders(() => state().editDraft({ title: 'L' }))).toBe(1)
  expect(renders(() => state().editDraft({ title: 'La' }))).toBe(0)
  expect(renders(() => state().draftSaved(state().draft, []))).toBe(1)
})

test('what a person does with photos is the same object in every component and every render', () => {
  const first = renderHook(() => usePhotoManager())
  const before = first.result.current
  first.rerender()
  expect(first.result.current).toBe(before)
})
