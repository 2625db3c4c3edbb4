import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'

/** How long a person can take back what they did. The time stands still while the message is under the pointer. */
const UNDO_SECONDS = 7

/** `undone`: take it back. `over`: do it now. `leaving`: do it now, the page is about to go. */
export type UndoAnswer = 'undone' | 'over' | 'leaving'

/** Say what is about to be done, with a way back, and wait for the answer. `id` is the thing's, for one message each. */
export async function timeToUndo(id: string, text: string): Promise<UndoAnswer> {
  const answered = new AbortController()
  const answer = await new Promise<UndoAnswer>((resolve) => {
    addEventListener('pagehide', () => resolve('leaving'), { signal: answered.signal })
    notify.success(text, {
      id: `undo:${id}`,
      seconds: UNDO_SECONDS,
      action: { label: t('projects.undo'), onClick: () => resolve('undone') },
      onGone: () => resolve('over'),
    })
  })
  answered.abort()
  // A page that comes back from the browser's memory must not offer what has been done.
  if (answer === 'leaving') notify.dismiss(`undo:${id}`)
  return answer
}
