import { describe, expect, test } from 'vitest'
import { ariaKeys, chordsOf, isPressed, isSingleKeys } from './shortcut'

const NONE = { code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
type Press = Partial<typeof NONE> & { key: string; getModifierState?: (key: string) => boolean }

/** Does this press give the shortcut of one press? */
function gives(shortcut: string, press: Press, isApple = false): boolean {
  const [chord] = chordsOf(shortcut)
  return chord !== undefined && isPressed(chord, { ...NONE, ...press }, isApple)
}

describe('mod', () => {
  test('is Ctrl, and on Apple’s machines the command key, never both', () => {
    expect(gives('mod+k', { key: 'k', ctrlKey: true })).toBe(true)
    expect(gives('mod+k', { key: 'k', metaKey: true })).toBe(false)
    expect(gives('mod+k', { key: 'k', metaKey: true }, true)).toBe(true)
    expect(gives('mod+k', { key: 'k', ctrlKey: true }, true)).toBe(false)
    expect(gives('mod+k', { key: 'k', ctrlKey: true, metaKey: true })).toBe(false)
  })
  test('must be there, and nothing that was not asked for', () => {
    expect(gives('mod+k', { key: 'k' })).toBe(false)
    expect(gives('mod+k', { key: 'K', ctrlKey: true, shiftKey: true })).toBe(false)
    expect(gives('mod+shift+z', { key: 'Z', ctrlKey: true, shiftKey: true })).toBe(true)
    expect(gives('mod+k', { key: 'k', ctrlKey: true, altKey: true })).toBe(false)
  })
})

describe('a single key', () => {
  test('is pressed alone', () => {
    expect(gives('c', { key: 'c' })).toBe(true)
    expect(gives('c', { key: 'C', shiftKey: true })).toBe(false)
    expect(gives('c', { key: 'c', ctrlKey: true })).toBe(false)
    expect(gives('c', { key: 'c', altKey: true })).toBe(false)
  })
  test('works with Caps Lock', () => expect(gives('c', { key: 'C' })).toBe(true))
  test('that is a symbol may need Shift, Option or AltGr on its keyboard', () => {
    expect(gives('?', { key: '?', shiftKey: true })).toBe(true)
    expect(gives('/', { key: '/', shiftKey: true })).toBe(true)
    expect(gives('[', { key: '[', altKey: true }, true)).toBe(true)
    const altGr = {
      key: '[',
      ctrlKey: true,
      altKey: true,
      getModifierState: (key: string) => key === 'AltGraph',
    }
    expect(gives('[', altGr)).toBe(true)
    expect(gives('[', { key: '[', ctrlKey: true })).toBe(false)
  })
  test.each([
    ['с', 'KeyC'],
    ['ㅊ', 'KeyC'],
    ['そ', 'KeyC'],
  ])('is where it always is on a keyboard that writes %s', (key, code) => {
    expect(gives('c', { key, code })).toBe(true)
  })
  test('follows the letters of a Latin keyboard, not its places', () => {
    // On a German keyboard Y stands where Z does elsewhere.
    expect(gives('z', { key: 'z', code: 'KeyY' })).toBe(true)
    expect(gives('z', { key: 'y', code: 'KeyZ' })).toBe(false)
  })
})

test('what is made of characters alone is known as such', () => {
  expect(['g p', '?', '[', '+'].map(isSingleKeys)).toEqual([true, true, true, true])
  expect(['mod+k', 'f8', 'arrowleft'].map(isSingleKeys)).toEqual([false, false, false])
})

test('assistive technology is told every shortcut of one press', () => {
  expect(ariaKeys('mod+z')).toBe('Control+Z Meta+Z')
  expect(ariaKeys('mod+shift+z')).toBe('Control+Shift+Z Meta+Shift+Z')
  expect(ariaKeys('[')).toBe('[')
  expect(ariaKeys('pageup')).toBe('PageUp')
  expect(ariaKeys('g p')).toBeUndefined()
})
