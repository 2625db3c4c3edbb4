import { beforeEach, expect, test, vi } from 'vitest'
import type { Analysis } from '@/domain/analysis'
import { emptyDraft } from '@/domain/draft'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { analysePhoto } from '@/media/analysePhoto'
import { useVideoStore } from '@/stores/video.store'
import { analysisOf, startPhotoSeer } from './photoSeer'

// Looking needs a browser's workers; here it is said what is seen.
vi.mock('@/media/analysePhoto', () => ({ analysePhoto: vi.fn<typeof analysePhoto>() }))

const state = () => useVideoStore.getState()
const blob = new Blob(['abc'])
const seen: Analysis = {
  version: 1,
  faces: [],
  focus: null,
  sharpness: 0.8,
  brightness: 0.5,
  clipped: 0,
  hash: '0123456789abcdef',
  camera: null,
  town: null,
  utcOffsetMinutes: null,
}
const [a, b] = [draftPhoto('a.jpg'), draftPhoto('b.jpg')]
const analyses = () => state().draft.photos.map(({ analysis }) => analysis)

beforeEach(() => {
  vi.mocked(analysePhoto).mockReset().mockResolvedValue(seen)
  state().draftClosed()
  state().draftOpened({ ownerId: 'ada', draft: emptyDraft(), isKept: false, files: {}, lost: [] })
})

test('every photo is looked at once, whether it was there before or comes later', async () => {
  state().fileArrived(a.id, blob, blob)
  state().addPhotos([a])
  const stop = startPhotoSeer('ada')
  state().fileArrived(b.id, blob, blob)
  state().addPhotos([b])
  await vi.waitFor(() => expect(analyses()).toEqual([seen, seen]))
  state().movePhoto(b.id, 0)
  expect(analysePhoto).toHaveBeenCalledTimes(2)
  expect(state().toSee).toEqual([])
  stop()
})

test('a photo that cannot be looked at is not looked at again, and does not hold up the others', async () => {
  vi.mocked(analysePhoto).mockRejectedValueOnce(new Error('no memory'))
  for (const { id } of [a, b]) state().fileArrived(id, blob, blob)
  state().addPhotos([a, b])
  const stop = startPhotoSeer('ada')
  await vi.waitFor(() => expect(analyses()).toEqual([null, seen]))
  state().movePhoto(b.id, 0)
  expect(analysePhoto).toHaveBeenCalledTimes(2)
  stop()
})

test('one whose file is missing waits until the file is there again', async () => {
  state().draftOpened({
    ownerId: 'ada',
    draft: { ...emptyDraft(), photos: [a] },
    isKept: true,
    files: { [a.id]: { kind: 'missing' } },
    lost: [],
  })
  const stop = startPhotoSeer('ada')
  expect(analysePhoto).not.toHaveBeenCalled()
  state().fileArrived(a.id, blob, blob)
  await vi.waitFor(() => expect(analyses()).toEqual([seen]))
  stop()
})

test('who sends a photo can wait for what is seen in it', async () => {
  let say: (analysis: Analysis | null) => void = () => undefined
  vi.mocked(analysePhoto).mockReturnValue(new Promise((resolve) => (say = resolve)))
  state().fileArrived(a.id, blob, blob)
  state().addPhotos([a])
  const stop = startPhotoSeer('ada')
  const waiting = analysisOf(a.id)
  await vi.waitFor(() => expect(analysePhoto).toHaveBeenCalled())
  say(seen)
  expect(await waiting).toEqual(seen)
  expect(await analysisOf('nobody')).toBeNull()
  stop()
})

test('after the draft is left nothing is looked at, and nothing that was under way arrives', async () => {
  let say: (analysis: Analysis | null) => void = () => undefined
  vi.mocked(analysePhoto).mockReturnValue(new Promise((resolve) => (say = resolve)))
  state().fileArrived(a.id, blob, blob)
  state().addPhotos([a])
  const stop = startPhotoSeer('ada')
  const waiting = analysisOf(a.id)
  await vi.waitFor(() => expect(analysePhoto).toHaveBeenCalled())
  stop()
  say(seen)
  await waiting
  expect(analyses()).toEqual([null])
  expect(state().toSee).toEqual([])
})
