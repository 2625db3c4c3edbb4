import { prepareLastRequest, type LastRequest } from '@/data/lastRequest'
import { pagePerson } from '@/lib/pagePerson'
import { timeToUndo } from '../timeToUndo'

type Undoable = {
  /** The thing's, for one message each. */
  id: string
  text: string
  /** The time for undoing is over. */
  now: () => void
  /** The same while the page is going: only what leaves at once still leaves. */
  leaving: (last: LastRequest) => void
}

/**
 * Say what was deleted, with a way back, and delete it when the message has gone or the page goes. A tab that dies before
 * that leaves the thing as it was; so does the person who leaves it.
 */
export async function unlessUndone(userId: string, { id, text, now, leaving }: Undoable): Promise<void> {
  const last = prepareLastRequest()
  const answer = await timeToUndo(id, text)
  const hasLeft = pagePerson() !== undefined && pagePerson() !== userId
  if (answer === 'leaving') leaving(last)
  last.close()
  if (answer === 'over' && !hasLeft) now()
}
