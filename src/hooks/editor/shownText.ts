import type { Unsaved } from '@/stores/unsaved.slice'

export type ShownText = { text: string; whose: 'mine' | 'theirs' | 'saved' }

/**
 * What a field shows.
 *
 * [Note: mine until saved] A field with an unsaved change of mine shows mine, whatever arrives, until it is saved. One
 * without shows the newest of what others type and what the server has; typing that was saved or has gone quiet is no
 * longer there. So, when everything is saved, everybody's field shows the server's value.
 * @param theirs what somebody else types and has not saved
 */
export function shownText(
  mine: Pick<Unsaved, 'raw'> | undefined,
  theirs: string | undefined,
  saved: string,
): ShownText {
  if (mine) return { text: mine.raw, whose: 'mine' }
  if (theirs !== undefined && theirs !== saved) return { text: theirs, whose: 'theirs' }
  return { text: saved, whose: 'saved' }
}
