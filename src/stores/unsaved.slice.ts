import type { ProjectWishes } from '@/domain/project'
import type { ChangeSlice } from './slice'

export type WishField = keyof ProjectWishes
/** What a person can type into on the project page: a wish of the project, or the caption of one photo. */
export type EditKey = WishField | `caption:${string}`

/**
 * `typing`: waits for its moment · `saving`: `sent` is on its way · `invalid`: cannot be saved as it stands ·
 * `failed`: was refused or lost; it stays on screen.
 */
export type UnsavedPhase = 'typing' | 'saving' | 'invalid' | 'failed'

/** Characters a person has typed that the server does not have. `base` is what stood there before the first of them. */
export type Unsaved = {
  readonly raw: string
  readonly base: string
  readonly phase: UnsavedPhase
  /** What the save under way carries. */
  readonly sent: string | null
}

export type UnsavedSlice = {
  unsaved: Readonly<Partial<Record<EditKey, Unsaved>>>
  /** A field now reads `raw`; `saved` is what the server has. */
  typed: (key: EditKey, raw: string, saved: string, isValid: boolean) => void
  saveStarted: (key: EditKey) => void
  /** The server has `sent` now. What was typed meanwhile stays unsaved. */
  saveEnded: (key: EditKey, sent: string) => void
  saveFailed: (key: EditKey) => void
  /** Forget what was typed: the server's value stands. */
  dropUnsaved: (key: EditKey) => void
}

/** Slice of the editor store: what was typed and is not saved yet, per field. A field without an entry has nothing. */
export function unsavedSlice(change: ChangeSlice<UnsavedSlice>): UnsavedSlice {
  const put = (key: EditKey, next: (entry: Unsaved) => Unsaved | null) =>
    change(({ unsaved }) => {
      const entry = unsaved[key]
      if (!entry) return {}
      const changed = next(entry)
      return { unsaved: changed ? { ...unsaved, [key]: changed } : without(unsaved, key) }
    })
  return {
    unsaved: {},
    typed: (key, raw, saved, isValid) =>
      change(({ unsaved }) => {
        const entry = unsaved[key]
        const sent = entry?.sent ?? null
        // Back to what the server has, and nothing is on its way: there is nothing to save.
        if (raw === saved && sent === null) return { unsaved: without(unsaved, key) }
        const phase = isValid ? (sent === raw ? 'saving' : 'typing') : 'invalid'
        return { unsaved: { ...unsaved, [key]: { raw, base: entry?.base ?? saved, phase, sent } } }
      }),
    saveStarted: (key) => put(key, (entry) => ({ ...entry, phase: 'saving', sent: entry.raw })),
    saveEnded: (key, sent) =>
      put(key, (entry) => (entry.raw === sent ? null : { ...entry, base: sent, sent: null })),
    saveFailed: (key) =>
      put(key, (entry) => ({
        ...entry,
        sent: null,
        phase: entry.phase === 'saving' ? 'failed' : entry.phase,
      })),
    dropUnsaved: (key) => put(key, () => null),
  }
}

function without(unsaved: UnsavedSlice['unsaved'], key: EditKey): UnsavedSlice['unsaved'] {
  const { [key]: _gone, ...rest } = unsaved
  return rest
}
