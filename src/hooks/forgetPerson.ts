import type { QueryClient } from '@tanstack/react-query'
import { notify } from '@/lib/notify'
import { changePagePerson, pagePerson } from '@/lib/pagePerson'
import { useUiStore, type ModalName } from '@/stores/ui.store'

/**
 * The page belongs to `next` from here on. What it held of anybody else is gone when this returns: rows that were read,
 * requests and changes under way, messages, open dialogs, and what others have registered with `onPersonLeft`.
 */
export function changePerson(client: QueryClient, next: string | null): void {
  const previous = pagePerson()
  if (previous === next) return
  changePagePerson(next)
  if (previous === undefined || previous === null) return
  silenceMutations(client)
  void client.cancelQueries(undefined, { revert: false, silent: true })
  client.clear()
  notify.dismissAll()
  const { modals, closeModal } = useUiStore.getState()
  for (const name of Object.keys(modals) as ModalName[]) closeModal(name)
}

/**
 * [Note: nothing goes on in another name] A change that waits for its next try would be sent with the session of whoever
 * is signed in by then, and its callbacks would speak to them. Taken out of the cache it still goes on, so it is
 * emptied: no further try, no callback, no message.
 */
function silenceMutations(client: QueryClient): void {
  for (const mutation of client.getMutationCache().getAll())
    mutation.setOptions({ meta: { quiet: true }, mutationFn: () => Promise.reject(new PersonLeft()) })
}

class PersonLeft extends Error {
  override readonly name = 'PersonLeft'
  override readonly message = 'The person has left this page'
}

/**
 * Keep rows of somebody else out of the cache however they come: a late answer, the rollback of a change, a copy read from
 * the device. Keys begin with the id of whose rows they are. @returns stop
 */
export function guardCache(client: QueryClient): () => void {
  const cache = client.getQueryCache()
  return cache.subscribe(({ type, query }) => {
    if (type !== 'added') return
    const person = pagePerson()
    if (person !== undefined && query.queryKey[0] !== person) cache.remove(query)
  })
}
