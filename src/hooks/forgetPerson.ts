import type { Mutation, QueryClient } from '@tanstack/react-query'
import { SHARE_CACHE } from '@/domain/sharedPhotos'
import { notify } from '@/lib/notify'
import { changePagePerson, NOBODYS, pagePerson } from '@/lib/pagePerson'
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
  // First: what a message was waiting to do, such as a deletion that can be undone, is a change like any other.
  notify.dismissAll()
  client.getMutationCache().getAll().forEach(silence)
  void client.cancelQueries(undefined, { revert: false, silent: true })
  client.clear()
  // Photos that were shared and not taken up are shown to nobody else. See: [Note: photos that were shared]
  if ('caches' in globalThis) void caches.delete(SHARE_CACHE).catch(() => undefined)
  const { modals, closeModal } = useUiStore.getState()
  for (const name of Object.keys(modals) as ModalName[]) closeModal(name)
}

/**
 * [Note: nothing goes on in another name] A change that waits for its next try would be sent with the session of whoever
 * is signed in by then, and its callbacks would speak to them. Taken out of the cache it still goes on, so it is
 * emptied: no further try, no callback, no message.
 */
function silence(mutation: Mutation): void {
  mutation.setOptions({ meta: { quiet: true }, mutationFn: () => Promise.reject(new PersonLeft()) })
  // A component that is still there would give it its options back when it renders next.
  mutation.setOptions = () => undefined
}

class PersonLeft extends Error {
  override readonly name = 'PersonLeft'
  override readonly message = 'The person has left this page'
}

/**
 * Keep what is somebody else's out of the cache however it comes: a late answer, the rollback of a change, a change that a
 * late answer asks for, a copy read from the device. Keys begin with the id of whose they are, or with `NOBODYS`. @returns stop
 */
export function guardCache(client: QueryClient): () => void {
  const [queries, mutations] = [client.getQueryCache(), client.getMutationCache()]
  const isForeign = ([owner]: readonly unknown[]) =>
    pagePerson() !== undefined && owner !== pagePerson() && owner !== NOBODYS
  const stops = [
    queries.subscribe(({ type, query }) => {
      if (type === 'added' && isForeign(query.queryKey)) queries.remove(query)
    }),
    mutations.subscribe(({ type, mutation }) => {
      const key = mutation?.options.mutationKey
      if (type !== 'added' || key === undefined || !isForeign(key)) return
      silence(mutation)
      mutations.remove(mutation)
    }),
  ]
  return () => stops.forEach((stop) => stop())
}
