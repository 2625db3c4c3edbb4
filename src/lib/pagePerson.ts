import { log } from './log'

/**
 * [Note: one page, one person] Whom this page belongs to at this moment, for parts below React. Set by `useAuthSync`
 * alone, in the same breath as the session state, and read by
 * - the client's `fetch`: while the page is somebody's, nothing is asked in another name or in nobody's;
 * - whoever keeps something of a person in memory or on this device: they register here how to forget it.
 *
 * `undefined`: not known yet, or nobody keeps watch (tests of single parts).
 */
let person: string | null | undefined

const forgetters = new Set<(userId: string) => void>()

/** Where the key of a query would have an id: of what is the same for everybody, such as a film behind a link. */
export const NOBODYS = 'nobody'

/** The id of whom the page belongs to; null: of nobody; undefined: not known yet. */
export const pagePerson = (): string | null | undefined => person

/**
 * Register what has to be forgotten when a person leaves this browser: by signing out, in any tab, or because somebody
 * else signed in. Called at once and synchronously; long work goes on behind it.
 * @returns take the registration back
 */
export function onPersonLeft(forget: (userId: string) => void): () => void {
  forgetters.add(forget)
  return () => forgetters.delete(forget)
}

/** For `useAuthSync`: the page belongs to `next` from here on, and everything of the one before is forgotten. */
export function changePagePerson(next: string | null): void {
  const previous = person
  person = next
  if (previous === undefined || previous === null || previous === next) return
  for (const forget of forgetters) {
    try {
      forget(previous)
    } catch (error) {
      // One that fails must not keep the others from forgetting.
      log.error('Something of a person who left was not forgotten', error)
    }
  }
}
