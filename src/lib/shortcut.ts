/**
 * A way to give a command by keys. `mod+k`: ⌘ on Apple's machines, Ctrl elsewhere, with K. `g p`: G, then P. Names of keys are
 * those of `KeyboardEvent.key` in lower case. What a symbol such as `?` needs to be typed is the keyboard's own affair.
 */
export type Chord = { mod: boolean; shift: boolean; key: string }

/** Between the two keys of a shortcut such as `g p` there may be this much time, milliseconds. */
export const SEQUENCE_MS = 1_500

/** The presses a shortcut is made of, in their order. */
export const chordsOf = (shortcut: string): Chord[] => shortcut.split(' ').map(readChord)

function readChord(text: string): Chord {
  // A plus may be the key itself.
  const parts = text === '+' ? ['+'] : text.split('+')
  return { mod: parts.includes('mod'), shift: parts.includes('shift'), key: parts.at(-1) ?? '' }
}

/** Whether nothing but characters has to be pressed: such a shortcut can be hit by accident, also by a voice. */
export const isSingleKeys = (shortcut: string) =>
  chordsOf(shortcut).every(({ mod, key }) => !mod && key.length === 1)

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> & {
  getModifierState?: (key: string) => boolean
}

/** Does this press of a key give the chord? */
export function isPressed(chord: Chord, press: Press, isApple: boolean): boolean {
  // Windows says Ctrl and Alt when AltGr writes a character, such as [ in Germany.
  const writes = press.getModifierState?.('AltGraph') === true
  const ctrl = press.ctrlKey && !writes
  const isMod = isApple ? press.metaKey && !ctrl : ctrl && !press.metaKey
  if (chord.mod ? !isMod : ctrl || press.metaKey) return false
  const isLetter = /^[a-z0-9]$/.test(chord.key)
  if (press.altKey && !writes && (isLetter || chord.key.length > 1)) return false
  if ((isLetter || chord.key.length > 1) && press.shiftKey !== chord.shift) return false
  return letterOf(press) === chord.key
}

/** What a Latin keyboard writes with the key: on a Greek, Russian or Korean one shortcuts are where they always are. */
function letterOf({ key, code }: Press): string {
  const isForeign = key.length === 1 && key > '\u007f'
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  return (isForeign && letter ? letter : key).toLowerCase()
}

const ARIA = new Map([
  ['arrowleft', 'ArrowLeft'],
  ['arrowright', 'ArrowRight'],
  ['pageup', 'PageUp'],
  ['pagedown', 'PageDown'],
])

/** For `aria-keyshortcuts`, which knows no sequences: what a shortcut is called there on every machine, or undefined. */
export function ariaKeys(shortcut: string): string | undefined {
  const [chord, ...later] = chordsOf(shortcut)
  if (!chord || later.length > 0) return undefined
  const key = ARIA.get(chord.key) ?? chord.key.toUpperCase()
  const rest = chord.shift ? `Shift+${key}` : key
  return chord.mod ? `Control+${rest} Meta+${rest}` : rest
}
