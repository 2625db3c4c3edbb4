import { expect, test } from 'vitest'
import { createEditorStore } from './editor.store'

function desk() {
  const store = createEditorStore()
  const title = () => store.getState().unsaved.get('title')
  return { ...store.getState(), title }
}

test('a field that reads again what the server has is as saved', () => {
  const { typed, title } = desk()
  typed('title', 'Lakes', 'Lake', true)
  expect(title()).toMatchObject({ raw: 'Lakes', base: 'Lake', phase: 'typing' })
  typed('title', 'Lake', 'Lake', true)
  expect(title()).toBeUndefined()
})
test('back to what the server has while a save is under way is a change of its own', () => {
  const { typed, saveStarted, saveEnded, title } = desk()
  typed('title', 'Lakes', 'Lake', true)
  saveStarted('title', 1)
  typed('title', 'Lake', 'Lake', true)
  expect(title()).toMatchObject({ raw: 'Lake', base: 'Lakes', phase: 'typing' })
  saveEnded('title', 1)
  expect(title()).toMatchObject({ raw: 'Lake', phase: 'typing' })
})
test('the base is what stood there before the first letter, however many follow', () => {
  const { typed, title } = desk()
  typed('title', 'S', 'Lake', true)
  typed('title', 'Se', 'Ocean of somebody else', true)
  expect(title()?.base).toBe('Lake')
})
test('a save that ends takes away what it carried, and keeps what was typed since', () => {
  const { typed, saveStarted, saveEnded, title } = desk()
  typed('title', 'S', 'Lake', true)
  saveStarted('title', 1)
  typed('title', 'Sea', 'S', true)
  saveEnded('title', 1)
  expect(title()).toMatchObject({ raw: 'Sea', phase: 'typing' })
  saveStarted('title', 2)
  saveEnded('title', 2)
  expect(title()).toBeUndefined()
})
test('of several saves under way only the newest says that the field is saved', () => {
  const { typed, saveStarted, saveEnded, saveFailed, title } = desk()
  typed('title', 'A', 'Lake', true)
  saveStarted('title', 1)
  typed('title', 'B', 'A', true)
  saveStarted('title', 2)
  typed('title', 'A', 'B', true)
  saveStarted('title', 3)
  saveEnded('title', 1)
  saveFailed('title', 2, 'A')
  expect(title()).toMatchObject({ raw: 'A', phase: 'saving', saveId: 3 })
  saveEnded('title', 3)
  expect(title()).toBeUndefined()
})
test('a save that failed leaves its text on screen, upon what was there before', () => {
  const { typed, saveStarted, saveFailed, title } = desk()
  typed('title', 'Sea', 'Lake', true)
  saveStarted('title', 1)
  saveFailed('title', 1, 'Lake')
  expect(title()).toMatchObject({ raw: 'Sea', base: 'Lake', phase: 'failed' })
})
test('what cannot be saved as it stands is known as such until it can', () => {
  const { typed, title } = desk()
  typed('title', '', 'Lake', false)
  expect(title()?.phase).toBe('invalid')
  typed('title', 'S', 'Lake', true)
  expect(title()?.phase).toBe('typing')
})
