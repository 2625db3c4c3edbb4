import {
  onlineManager,
  type Mutation,
  type MutationCacheNotifyEvent,
  type MutationState,
  type QueryClient,
} from '@tanstack/react-query'
import { z } from 'zod'
import { ProjectConflict } from '@/data/changeProject'
import type { Project } from '@/domain/project'
import { DataError } from '@/lib/errors'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { log } from '@/lib/log'
import { notify } from '@/lib/notify'
import { adoptUnsent, holdOwnership, putUnsent, removeUnsent, type Unsent } from '@/lib/outbox'
import { projectKey } from './queries/projectCache'
import { isSendable, setMutationDefaults, showUnsent } from './queries/mutationDefaults'

/** Under which id a mutation of this page is in the outbox. */
const ids = new WeakMap<Mutation, string>()
let counted = 0
/** Ids sort in the order in which things were asked for, also within one millisecond. */
const newId = () => {
  const order = [Date.now(), counted++].map((part) => String(part).padStart(15, '0'))
  return [...order, crypto.randomUUID()].join('.')
}

const isHidden = () => document.visibilityState === 'hidden'

const isKept = (userId: string, { options }: Mutation) =>
  options.mutationKey?.[0] === userId && options.mutationKey[1] === 'mutation'

/**
 * Keep the person's waiting mutations in the outbox, take over those that a tab that has gone left there, and send them.
 *
 * [Note: kept mutations] What a person did under a key of `mutationKey` waits for the network instead of failing, and
 * from the moment it has to wait it is in the outbox: it survives a reload, the end of the tab and of the browser, and is
 * sent once. See [Note: one tab sends it]. Everything else fails at once when offline.
 * @param answers when the answers that the device remembers are in the cache: what was changed is laid over them
 * @returns when what was left is in the mutation cache again, and the way to stop
 */
export function keepMutations(
  client: QueryClient,
  userId: string,
  answers: Promise<unknown> = Promise.resolve(),
): { restored: Promise<void>; stop: () => void } {
  setMutationDefaults(client, userId)
  const cache = client.getMutationCache()
  const owner = crypto.randomUUID()
  const over = new AbortController()

  // One after the other, so that nothing is removed before it was put.
  let written: Promise<unknown> = holdOwnership(owner, over.signal)
  const write = (work: () => Promise<unknown>) => {
    written = written.then(work).catch(tellNotKept)
  }
  const keep = (mutation: Mutation) => {
    const id = ids.get(mutation) ?? newId()
    ids.set(mutation, id)
    const unsent = unsentOf(id, mutation)
    write(() => putUnsent(userId, owner, unsent))
  }
  const settle = (mutation: Mutation) => {
    const id = ids.get(mutation)
    if (id === undefined) return
    ids.delete(mutation)
    write(() => removeUnsent(userId, id))
  }
  const onEvent = (event: MutationCacheNotifyEvent) => {
    if (event.type !== 'updated' || !isKept(userId, event.mutation)) return
    const { mutation, action } = event
    switch (action.type) {
      case 'pending':
      case 'pause':
      case 'failed':
        if (isHidden() || mutation.state.isPaused || mutation.state.failureCount > 0) keep(mutation)
        return
      case 'success':
        return settle(mutation)
      case 'error':
        if (!isDecided(action.error)) return
        if (ids.has(mutation)) tellByName(client, userId, mutation, action.error)
        return settle(mutation)
      case 'continue':
        return
      default:
        action satisfies never
    }
  }
  const stopHearing = cache.subscribe(onEvent)

  const takeOver = async () => {
    const left = await adoptUnsent(userId, owner)
    if (over.signal.aborted) return
    // What this build cannot send stays for one that can.
    for (const unsent of left) {
      if (isSendable(unsent.key, unsent.variables)) ids.set(restore(client, unsent), unsent.id)
    }
    showUnsent(client, userId)
    if (left.length > 0 && onlineManager.isOnline()) void client.resumePausedMutations()
  }
  const takeOverQuietly = () => Promise.all([written, answers]).then(takeOver).catch(tellUnreadable)
  // A page that nobody sees may end at any moment, a phone does not even say so: what is on its way is kept as well.
  const onVisibility = () => {
    if (!isHidden()) return void takeOverQuietly()
    for (const mutation of cache.findAll({ status: 'pending' })) if (isKept(userId, mutation)) keep(mutation)
  }
  const stopOnline = onlineManager.subscribe((online) => online && void takeOverQuietly())
  document.addEventListener('visibilitychange', onVisibility)

  return {
    restored: takeOverQuietly(),
    stop: () => {
      stopHearing()
      stopOnline()
      document.removeEventListener('visibilitychange', onVisibility)
      over.abort()
    },
  }
}

function unsentOf(id: string, { options, state }: Mutation): Unsent {
  const { mutationKey: key = [], scope } = options
  const { variables, context, submittedAt } = state
  return { id, key, scope: scope?.id ?? null, variables, context, submittedAt }
}

/** A mutation as it was, waiting. Its function and callbacks are those of its key. */
function restore(client: QueryClient, { key, scope, variables, context, submittedAt }: Unsent): Mutation {
  const state: MutationState<unknown, Error, unknown, unknown> = {
    context,
    data: undefined,
    error: null,
    failureCount: 0,
    failureReason: null,
    isPaused: true,
    status: 'pending',
    variables,
    submittedAt,
  }
  const options = { mutationKey: key, ...(scope !== null && { scope: { id: scope } }) }
  return client.getMutationCache().build<unknown, Error, unknown, unknown>(client, options, state)
}

/** Without a session, or when the person has left, nobody has decided anything: it is sent when they are back. */
const isDecided = (error: Error) =>
  error.name !== 'PersonLeft' && !(error instanceof DataError && error.status === 401)

/**
 * What had to wait fails when the person has long been elsewhere: the message that everybody gets is told again with the
 * name of the project. A conflict is asked about by its own dialog.
 */
function tellByName(client: QueryClient, userId: string, { state }: Mutation, error: Error): void {
  const projectId = inProjectSchema.safeParse(state.variables).data?.projectId
  const title = projectId && client.getQueryData<Project>(projectKey(userId, projectId))?.title
  if (!title || error instanceof ProjectConflict) return
  const reason = errorText(error)
  notify.error(t('projects.changeNotSaved', { title, reason }), { id: `error:${reason}` })
}
const inProjectSchema = z.object({ projectId: z.uuid() })

/** The change itself goes on; it is only not safe from a reload. */
function tellNotKept(error: unknown): void {
  log.info('A change could not be kept on this device', error)
  notify.warning(t('shell.notKept'), { id: 'notKept' })
}

function tellUnreadable(error: unknown): void {
  log.info('The changes kept on this device could not be read', error)
}
