import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { useVideoStore } from '@/stores/video.store'
import { useLeftOut } from './useLeftOut'

const [beach, pier, dunes] = ['beach.jpg', 'pier.jpg', 'dunes.jpg'].map((name, index) =>
  draftPhoto(name, null, index),
)

test('a photo that stays left out keeps its reason as it is, so that it is not drawn again', async () => {
  const photos = [beach, pier, dunes].flatMap((photo) => photo ?? [])
  const [first = '', second = '', third = ''] = photos.map(({ id }) => id)
  useVideoStore
    .getState()
    .draftOpened({ ownerId: 'ada', draft: { ...emptyDraft(), photos }, isKept: true, files: {}, lost: [] })
  act(() => useVideoStore.getState().choosePhoto(first, 'skip'))
  const { result } = renderHook(useLeftOut)
  await waitFor(() => expect([...result.current.keys()]).toEqual([first]), { timeout: 20_000 })
  const before = result.current.get(first)
  act(() => useVideoStore.getState().choosePhoto(third, 'skip'))
  await waitFor(() => expect(result.current.size).toBe(2))
  expect(result.current.get(first)).toBe(before)
  expect(result.current.has(second)).toBe(false)
})
