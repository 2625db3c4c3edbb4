import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router-dom'
import {
  ACCOUNT_KEPT,
  isAccountGone,
  keepAccount,
  removeAccount,
  type RemoveProgress,
} from '@/data/account/removeAccount'
import { forgetSession } from '@/data/session'
import type { Profile } from '@/domain/profile'
import { DataError } from '@/lib/errors'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { paths } from '@/lib/paths'
import { forgetAccount } from './forgetAccount'
import { changeKeepingAge } from './queries/changeKeepingAge'
import { profileKey } from './queries/profileKey'
import { useIsOnline } from './useIsOnline'
import { useProfileWatch } from './useProfileWatch'

type Wish = 'remove' | 'keep'

/** `wish`: what the person wants to become of what is left. `reason`: why it does not go on, in words. */
export type AccountRemoval = { wish: Wish; progress: RemoveProgress | null; reason: string | null }

/**
 * Delete the account of the signed-in person, which was asked for, while this is mounted: files, rows, the account. At the
 * end nobody is signed in. Or keep what is left, once they wish so. Without a connection either waits for one.
 */
export function useAccountRemoval(userId: string) {
  // Another device may have kept the account meanwhile.
  useProfileWatch(userId)
  const client = useQueryClient()
  const navigate = useNavigate()
  const isOnline = useIsOnline()
  const [{ wish, turn }, setWish] = useState<{ wish: Wish; turn: number }>({ wish: 'remove', turn: 1 })
  const [progress, setProgress] = useState<RemoveProgress | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const last = useRef<Promise<void>>(Promise.resolve())

  const leave = useCallback(async () => {
    await forgetAccount(userId)
    flushSync(forgetSession)
    await navigate(paths.home, { replace: true })
    notify.success(t('accountData.deleted'), { id: 'account-deleted', sticky: true })
  }, [navigate, userId])
  /** The account is kept, which must not wait for a profile that cannot be fetched. */
  const stay = useCallback(() => {
    changeKeepingAge<Profile>(client, profileKey(userId), (profile) => ({ ...profile, closingSince: null }))
    return client.invalidateQueries({ queryKey: [userId] })
  }, [client, userId])

  // What this device keeps is forgotten when the account has gone and no sooner: it may be kept until then.
  const remove = useCallback(
    async (signal: AbortSignal) => {
      await removeAccount({ signal, onProgress: setProgress })
      await leave()
    },
    [leave],
  )
  const keep = useCallback(async () => {
    await keepAccount()
    notify.info(t('accountData.kept'), { id: 'account-kept', sticky: true })
    await stay()
  }, [stay])

  useEffect(() => {
    if (!isOnline) return
    const controller = new AbortController()
    const { signal } = controller
    const run = async () => {
      if (signal.aborted) return
      setReason(null)
      try {
        await (wish === 'remove' ? remove(signal) : keep())
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof DataError && error.code === ACCOUNT_KEPT) return stay()
        if (wish === 'keep' && (await isAccountGone(error))) return leave()
        setReason(errorText(error))
      }
    }
    // What is being removed at this moment must not go after the rows were looked through.
    last.current = last.current.then(run)
    return () => controller.abort()
  }, [isOnline, wish, turn, remove, keep, stay, leave])

  const want = useCallback(
    (next: Wish) => setWish(({ turn: before }) => ({ wish: next, turn: before + 1 })),
    [],
  )
  return { state: { wish, progress, reason } satisfies AccountRemoval, want, isOnline }
}
