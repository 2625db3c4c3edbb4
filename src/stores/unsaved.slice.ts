import type { WishField } from '@/domain/wishes'
import type { ChangeSlice } from './slice'

/** What a person can change on the project page by typing or choosing: a wish, or the caption of one photo. */
export type EditKey = WishField | `caption:${string}`

/**
 * `typing`: waits for its moment · `saving`: on its way · `invalid`: cannot be saved as it stands · `failed`: was
 * refused or lost; it stays on screen.
 */
export type UnsavedPhase = 'typing' | 'saving' | 'invalid' | 'failed'

/** What a field reads here and the server does not have yet. `base` is what it read before. */
export type Unsaved = {
  readonly raw: string
  readonly base: string
  readonly phase: UnsavedPhase
  /** The newest save under way for this field, if any. */
  readonly saveId: number | null
}

export type UnsavedSlice = {
  unsaved: ReadonlyMap<EditKey, Unsaved>
  /** A field now reads `raw`; `saved` is what the server has. */
  typed: (key: EditKey, raw: string, saved: string, isValid: boolean) => void
  /** What the field reads is on its way. Several saves of one field may be: only the newest counts. */
  saveStarted: (key: EditKey, saveId: number) => void
  /** The server has it. What was typed meanwhile stays unsaved. */
  saveEnded: (key: EditKey, saveId: number) => void
  /** It did not arrive: the field goes on from `base`. */
  saveFailed: (key: EditKey, saveId: number, base: string) => void
  /** What was sent is settled without having been saved: the server's value stands. What was typed since stays. */
  saveMoot: (key: EditKey, saveId: number, base: string) => void
  /** Forget what was typed: the server's value stands. */
  dropUnsaved: (key: EditKey) => void
}

/** Slice of the editor store: what is on screen and not saved yet, per field. A field without an entry is as saved. */
export function unsavedSlice(change: ChangeSlice<UnsavedSlice>): UnsavedSlice {
  const put = (key: EditKey, next: (entry: Unsaved) => Unsaved | null) =>
    change(({ unsaved }) => {
      const entry = unsaved.get(key)
      const changed = entry && next(entry)
      if (changed === entry) return {}
      return { unsaved: changed ? new Map(unsaved).set(key, changed) : without(unsaved, key) }
    })
  return {
    unsaved: new Map(),
    typed: (key, raw, saved, isValid) =>
      change(({ unsaved }) => {
        const entry = unsaved.get(key)
        const saveId = entry?.saveId ?? null
        // Back to what the server has, and nothing is on its way: there is nothing to save.
        if (raw === saved && saveId === null) return { unsaved: without(unsaved, key) }
        const phase = isValid ? 'typing' : 'invalid'
        return { unsaved: new Map(unsaved).set(key, { raw, base: entry?.base ?? saved, phase, saveId }) }
      }),
    saveStarted: (key, saveId) =>
      put(key, (entry) => ({ ...entry, base: entry.raw, phase: 'saving', saveId })),
    saveEnded: (key, saveId) =>
      put(key, (entry) => {
        if (entry.saveId !== saveId) return entry
        return entry.phase === 'saving' ? null : { ...entry, saveId: null }
      }),
    saveFailed: (key, saveId, base) =>
      put(key, (entry) => {
        if (entry.saveId !== saveId) return entry
        return { ...entry, base, saveId: null, phase: entry.phase === 'saving' ? 'failed' : entry.phase }
      }),
    saveMoot: (key, saveId, base) =>
      put(key, (entry) => {
        if (entry.saveId !== saveId) return entry
        return entry.phase === 'saving' ? null : { ...entry, base, saveId: null }
      }),
    dropUnsaved: (key) => put(key, () => null),
  }
}

function without(unsaved: UnsavedSlice['unsaved'], key: EditKey): UnsavedSlice['unsaved'] {
  if (!unsaved.has(key)) return unsaved
  const rest = new Map(unsaved)
  rest.delete(key)
  return rest
}
