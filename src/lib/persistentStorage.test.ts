import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { presentMessages, type Message } from './notify'
import { persistentStorage } from './persistentStorage'

let said: Message[]
let stop: () => void
beforeEach(() => {
  localStorage.clear()
  said = []
  stop = presentMessages((message) => said.push(message))
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
})

test('keeps, finds and forgets a value', () => {
  const storage = persistentStorage()
  storage.setItem('photomemory.ui', '{"state":1}')
  expect(storage.getItem('photomemory.ui')).toBe('{"state":1}')
  storage.removeItem('photomemory.ui')
  expect(storage.getItem('photomemory.ui')).toBeNull()
  expect(said).toEqual([])
})

test('puts a broken value aside instead of failing on it or losing it', () => {
  localStorage.setItem('photomemory.ui', '{"state":')
  expect(persistentStorage().getItem('photomemory.ui')).toBeNull()
  expect(localStorage.getItem('photomemory.ui')).toBeNull()
  expect(localStorage.getItem('photomemory.ui.broken')).toBe('{"state":')
})

test.each([
  ['full', new DOMException('quota', 'QuotaExceededError'), /storage is full/],
  ['switched off', new DOMException('denied', 'SecurityError'), /keeps nothing for this page/],
])('a storage that is %s is said once and breaks nothing', (_how, error, words) => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw error
  })
  const storage = persistentStorage()
  storage.setItem('photomemory.ui', '1')
  storage.setItem('photomemory.ui', '2')
  expect(said).toEqual([expect.objectContaining({ kind: 'warning', text: expect.stringMatching(words) })])
})

test('a storage that may not even be read is an empty one', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(persistentStorage().getItem('photomemory.ui')).toBeNull()
})
