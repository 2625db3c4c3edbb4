import { expect, test, vi } from 'vitest'
import { readPhotos, whenRead } from './photoReader'

test('files that are still being painted, or looked up in a folder, count as being read', async () => {
  let give: (files: File[]) => void = () => undefined
  const reading = readPhotos(new Promise((resolve) => (give = resolve)))
  const isRead = vi.fn<() => void>()
  void whenRead().then(isRead)
  await new Promise((resolve) => setTimeout(resolve))
  expect(isRead).not.toHaveBeenCalled()
  give([])
  await reading
  await vi.waitFor(() => expect(isRead).toHaveBeenCalled())
})

test('files that never come are the business of who promised them, and stop nobody', async () => {
  await expect(readPhotos(Promise.reject(new Error('nothing painted')))).rejects.toThrow('nothing painted')
  await expect(whenRead()).resolves.toBeUndefined()
})
