import type { ProjectEdit } from '@/domain/projectEdit'

export const HISTORY_LIMIT = 100

/** What can be undone (the last of `past`) and redone (the last of `future`). */
export type EditHistory = { readonly past: readonly ProjectEdit[]; readonly future: readonly ProjectEdit[] }

export const emptyHistory: EditHistory = { past: [], future: [] }

/** Something new was done: what had been undone cannot be redone any more. At most the last 100 edits are kept. */
export const recordEdit = ({ past }: EditHistory, edit: ProjectEdit): EditHistory => ({
  past: [...past, edit].slice(-HISTORY_LIMIT),
  future: [],
})

export function stepBack(history: EditHistory): EditHistory {
  const edit = history.past.at(-1)
  if (!edit) return history
  return { past: history.past.slice(0, -1), future: [...history.future, edit] }
}

export function stepForward(history: EditHistory): EditHistory {
  const edit = history.future.at(-1)
  if (!edit) return history
  return { past: [...history.past, edit], future: history.future.slice(0, -1) }
}

/** Without the edits that can neither be undone nor redone any more. The same object when there are none. */
export function withoutEdits(
  history: EditHistory,
  isImpossible: (edit: ProjectEdit) => boolean,
): EditHistory {
  if (![...history.past, ...history.future].some(isImpossible)) return history
  const keep = (edit: ProjectEdit) => !isImpossible(edit)
  return { past: history.past.filter(keep), future: history.future.filter(keep) }
}
