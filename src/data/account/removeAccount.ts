import { storageError } from '@/lib/dataError'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import { answer } from '../request'
import { withRetry } from '../retry'
import { listFiles, type StoredFile } from './accountData'

const FILES_PER_REQUEST = 100
/** Another device may store something while this one removes. More often than this it is something else. */
const MOST_ROUNDS = 10

export type RemoveProgress = { files: number; filesDone: number }
/** The code of the error with which `removeAccount` ends when the person keeps the account after all. */
export const ACCOUNT_KEPT = 'account_kept'

type Options = {
  signal: AbortSignal
  onProgress: (progress: RemoveProgress) => void
  /** Called when no file is left, before the last step; the account may be kept even then. */
  beforeLast?: () => Promise<void>
}

/**
 * Say, on every device of the caller, that the account is going. From here on the database refuses what would add to it: to
 * queue a film and to store a file ends with `account_closing`. What is under way at that moment may still
 * arrive; `removeAccount`, the next step, takes it along. The way back is `keepAccount`. Repeating it changes nothing.
 */
export async function closeAccount(): Promise<void> {
  await answer('delete your account', supabase.rpc('close_my_account'))
}

/** Keep what is left of an account that was going. Photos, music and films whose file is gone already go. */
export async function keepAccount(): Promise<void> {
  await answer('keep your account', supabase.rpc('keep_my_account'))
}

/**
 * Remove all files of the caller, then the rows and the account in one step. Whatever stops it, calling it again goes on,
 * here or on another device; when it was done already, it resolves. See: [Note: closing an account] in the migrations.
 * @throws DataError `account_kept` when the person has thought better of it, here or elsewhere
 */
export async function removeAccount({ signal, onProgress, beforeLast }: Options): Promise<void> {
  try {
    for (let round = 1; ; round++) {
      await removeFiles(signal, onProgress)
      await beforeLast?.()
      try {
        await withRetry(() => removeRows(signal), { signal })
        return
      } catch (error) {
        const isMore = error instanceof DataError && error.code === 'files_remain'
        if (!isMore || round === MOST_ROUNDS) throw error
      }
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!(await isAccountGone(error))) throw error
  }
}

async function removeFiles(
  signal: AbortSignal,
  onProgress: (progress: RemoveProgress) => void,
): Promise<void> {
  const files = await withRetry(() => listFiles(signal), { signal })
  let filesDone = 0
  onProgress({ files: files.length, filesDone })
  for (const batch of batchesOf(files)) {
    await withRetry(() => checkClosing(signal), { signal })
    filesDone += await withRetry(() => removeBatch(batch, signal), { signal })
    onProgress({ files: files.length, filesDone })
  }
}

/** On another device the person may have thought better of it. */
async function checkClosing(signal: AbortSignal): Promise<void> {
  const query = supabase.from('users').select('closing_since').abortSignal(signal)
  const [row] = await answer('delete your files', query, signal)
  if (!row) throw new DataError('delete your files', 'account_gone', 401)
  if (row.closing_since === null) throw new DataError('delete your files', ACCOUNT_KEPT, 409)
}

function batchesOf(files: readonly StoredFile[]): (readonly StoredFile[])[] {
  return (['media', 'videos'] as const).flatMap((bucket) => {
    const inBucket = files.filter((file) => file.bucket === bucket)
    const count = Math.ceil(inBucket.length / FILES_PER_REQUEST)
    return Array.from({ length: count }, (_, index) =>
      inBucket.slice(index * FILES_PER_REQUEST, (index + 1) * FILES_PER_REQUEST),
    )
  })
}

async function removeBatch(batch: readonly StoredFile[], signal: AbortSignal): Promise<number> {
  const [first] = batch
  if (!first) return 0
  const { error } = await supabase.storage.from(first.bucket).remove(batch.map(({ path }) => path))
  signal.throwIfAborted()
  if (error) throw storageError('delete your files', error)
  return batch.length
}

/**
 * [Note: a kept account stays] This page may have learnt long ago that the account is going, and there may be no file whose
 * removal would ask again. So the last step asks before every try; and the database goes through with it only while the
 * account is closing, for the person may press elsewhere between the question and this.
 */
async function removeRows(signal: AbortSignal): Promise<void> {
  await checkClosing(signal)
  const removal = supabase.rpc('delete_my_account', { only_closing: true }).abortSignal(signal)
  await answer('delete your account', removal, signal)
}

/** Whether a request was refused because another tab was faster, or because the answer of the last step was lost. */
export async function isAccountGone(error: unknown): Promise<boolean> {
  if (!(error instanceof DataError)) return false
  if (error.code === 'account_gone') return true
  if (error.status !== 401 && error.status !== 403) return false
  const { error: refusal } = await supabase.auth.getUser()
  return refusal?.code === 'user_not_found'
}
