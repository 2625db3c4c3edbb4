import { ProjectConflict } from '@/data/changeProject'
import type { ProjectWishes } from '@/domain/project'
import { isCaption, readWish } from '@/domain/wishText'
import { DataError } from '@/lib/errors'
import type { EditorStore } from '@/stores/editor.store'
import type { EditKey } from '@/stores/unsaved.slice'

/** How long typing must rest before it is saved, and how long it is at most put off by more typing. */
export const SAVE_DELAY_MS = 500
export const SAVE_AT_LATEST_MS = 2_000

export type TextSaverPorts = {
  /** Save some wishes; `from` is what they were. Rejects with ProjectConflict when the person is asked which to keep. */
  saveWishes: (to: Partial<ProjectWishes>, from: Partial<ProjectWishes>) => Promise<unknown>
  saveCaption: (photoId: string, to: string) => Promise<unknown>
}

export type TextSaver = {
  /** A field now reads `raw`; the server has `saved`. Saved soon, and undoable. */
  put: (key: EditKey, raw: string, saved: string) => void
  /** The same for undo and redo: saved at once, and not an edit of its own. */
  putBack: (key: EditKey, raw: string, saved: string) => void
  /** Save what waits now (of one field, or of all), what failed before included. Resolves when all of it is settled. */
  flush: (key?: EditKey) => Promise<void>
}

/**
 * Saves what is typed on the project page.
 *
 * [Note: one burst, one save, one step of undo] A save starts when typing rests. It does not wait for the one before
 * it: the mutations of a project stand in line by themselves, and offline each of them is kept on the device.
 */
export function createTextSaver(store: EditorStore, ports: TextSaverPorts): TextSaver {
  const timers = new Map<string, { timer: ReturnType<typeof setTimeout>; since: number }>()
  const underWay = new Set<Promise<void>>()
  const silent = new Set<EditKey>()
  let lastSaveId = 0

  function put(key: EditKey, raw: string, saved: string) {
    store.getState().typed(key, raw, saved, isValid(key, raw))
    silent.delete(key)
    const line = lineOf(key)
    const waiting = timers.get(line)
    clearTimeout(waiting?.timer)
    const since = waiting?.since ?? Date.now()
    const delay = Math.min(SAVE_DELAY_MS, Math.max(0, since + SAVE_AT_LATEST_MS - Date.now()))
    timers.set(line, { since, timer: setTimeout(() => save(line, ['typing']), delay) })
  }

  function putBack(key: EditKey, raw: string, saved: string) {
    store.getState().typed(key, raw, saved, isValid(key, raw))
    silent.add(key)
    save(lineOf(key), ['typing'])
  }

  /** Everything of a line that is in one of these phases goes out in one request. */
  function save(line: string, phases: readonly string[]) {
    clearTimeout(timers.get(line)?.timer)
    timers.delete(line)
    const { unsaved, saveStarted, edited } = store.getState()
    const due = [...unsaved].flatMap(([key, entry]) =>
      lineOf(key) === line && phases.includes(entry.phase) ? [{ key, ...entry }] : [],
    )
    if (due.length === 0) return
    const saveId = ++lastSaveId
    const request = requestOf(line, due)
    due.forEach(({ key }) => saveStarted(key, saveId))
    const isOwnStep = due.some(({ key }) => !silent.delete(key))
    if (isOwnStep) edited(request.edit)
    const settled = request
      .send()
      .then(() => due.forEach(({ key }) => store.getState().saveEnded(key, saveId)))
      .catch((error: unknown) => {
        const state = store.getState()
        if (isOwnStep) state.forgetEdits((edit) => edit === request.edit)
        // The server's value stands: the person is asked which to keep, or the photo is gone.
        const isMoot =
          error instanceof ProjectConflict || (error instanceof DataError && error.code === 'not_found')
        due.forEach(({ key, base }) =>
          isMoot ? state.saveMoot(key, saveId, base) : state.saveFailed(key, saveId, base),
        )
      })
      .finally(() => underWay.delete(settled))
    underWay.add(settled)
  }

  function requestOf(line: string, due: readonly { key: EditKey; raw: string; base: string }[]) {
    const [first] = due
    if (line !== WISHES && first) {
      const photoId = line
      const { raw: to, base: from } = first
      const edit = { kind: 'caption', photoId, from, to } as const
      return { edit, send: () => ports.saveCaption(photoId, to) }
    }
    const to = wishesOf(due.map(({ key, raw }) => [key, raw]))
    const from = wishesOf(due.map(({ key, base }) => [key, base]))
    return { edit: { kind: 'wishes', from, to } as const, send: () => ports.saveWishes(to, from) }
  }

  return {
    put,
    putBack,
    flush: async (key) => {
      const lines = key ? [lineOf(key)] : [...store.getState().unsaved.keys()].map(lineOf)
      new Set(lines).forEach((line) => save(line, ['typing', 'failed']))
      await Promise.all(underWay)
    },
  }
}

const WISHES = 'wishes'
const CAPTION = 'caption:'

/** Wishes go out together, each caption by itself. */
const lineOf = (key: EditKey): string => (isCaptionKey(key) ? key.slice(CAPTION.length) : WISHES)

export const captionKey = (photoId: string): EditKey => `caption:${photoId}`

const isCaptionKey = (key: EditKey): key is `caption:${string}` => key.startsWith(CAPTION)

const isValid = (key: EditKey, raw: string) =>
  isCaptionKey(key) ? isCaption(raw) : readWish(key, raw) !== null

function wishesOf(texts: readonly (readonly [EditKey, string])[]): Partial<ProjectWishes> {
  return Object.assign({}, ...texts.map(([key, text]) => (isCaptionKey(key) ? null : readWish(key, text))))
}
