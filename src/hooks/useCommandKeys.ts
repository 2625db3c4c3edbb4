import { useEffect } from 'react'
import { COMMAND_IDS, commandFacts } from '@/domain/command'
import { isTyping, isUnderDialog } from '@/lib/isTyping'
import { isApple } from '@/lib/platform'
import { chordsOf, isPressed, isSingleKeys, SEQUENCE_MS, type Chord } from '@/lib/shortcut'
import { offerOf, type CommandOffer } from '@/stores/commands.store'
import { useShortcutsStore } from '@/stores/shortcuts.store'
import { useUiStore } from '@/stores/ui.store'

type Shortcut = { chords: Chord[]; isSingle: boolean; offer: () => CommandOffer | undefined }

/**
 * Give commands by their keys. Mounted once.
 * [Note: where keys do nothing] While somebody types, or looks for a row of a list by its letters; under a dialog or a menu;
 * when whatever has the focus has used the key itself; and single characters where the person has switched them off.
 */
export function useCommandKeys(): void {
  useEffect(listen, [])
}

/** @returns stop */
export function listen(): () => void {
  const apple = isApple()
  const shortcuts = allShortcuts()
  /** Those whose first key was just pressed. */
  let begun: Shortcut[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function pressed(event: KeyboardEvent) {
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return
    const waiting = begun
    begun = []
    clearTimeout(timer)
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    if (isTyping(event.target) || isUnderDialog() || isDialogComing()) return
    const { singleKeys } = useShortcutsStore.getState()
    const possible = shortcuts.filter(({ isSingle }) => singleKeys || !isSingle)
    const second = nextOf(waiting, 1, event, apple).find(isComplete(2))
    // Whoever has begun a sequence does not mean the second key by itself.
    const first = waiting.length === 0 || event.ctrlKey || event.metaKey
    const hit = second ?? (first ? nextOf(possible, 0, event, apple).find(isComplete(1)) : undefined)
    if (hit) {
      event.preventDefault()
      hit.offer()?.run()
      return
    }
    if (!first) return
    begun = nextOf(possible, 0, event, apple).filter(({ chords }) => chords.length > 1)
    timer = setTimeout(() => {
      begun = []
    }, SEQUENCE_MS)
  }
  document.addEventListener('keydown', pressed)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('keydown', pressed)
  }
}

/** One was opened and its code is still on its way: what is typed is meant for it. */
const isDialogComing = () => Object.keys(useUiStore.getState().modals).length > 0

const allShortcuts = (): Shortcut[] =>
  COMMAND_IDS.filter((id) => !commandFacts(id).own).flatMap((id) =>
    (commandFacts(id).keys ?? []).map((keys) => ({
      chords: chordsOf(keys),
      isSingle: isSingleKeys(keys),
      offer: () => offerOf(id),
    })),
  )

/** Of some shortcuts those whose press number `index` this is. */
const nextOf = (shortcuts: Shortcut[], index: number, event: KeyboardEvent, apple: boolean) =>
  shortcuts.filter(({ chords }) => {
    const chord = chords[index]
    return chord !== undefined && isPressed(chord, event, apple)
  })

/** Nothing is left to press, and somebody is there who does it. */
const isComplete = (presses: number) => (shortcut: Shortcut) =>
  shortcut.chords.length === presses && shortcut.offer() !== undefined
