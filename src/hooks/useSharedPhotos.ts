import { useEffect } from 'react'
import { useSearchParams } from 'react-router-dom'
import { SHARE_FAILED } from '@/domain/sharedPhotos'
import { t } from '@/lib/i18n'
import { log } from '@/lib/log'
import { notify } from '@/lib/notify'
import { findShared, forgetShared } from '@/lib/sharedPhotos'
import { useIsLocked, useVideoStore } from '@/stores/video.store'
import { flushDraft } from './draftSaver'
import { readPhotos } from './photoReader'

/** Ids whose photos this tab has taken up: an effect runs twice where React looks for mistakes. */
const taken = new Set<string>()

/** `?shared=<id>`: take up the photos that another app shared with this one, once. See: [Note: photos that were shared] */
export function useSharedPhotos(): void {
  const [params, setParams] = useSearchParams()
  const id = params.get('shared')
  const isLocked = useIsLocked()
  useEffect(() => {
    if (id === null || isLocked || taken.has(id)) return
    if (id !== SHARE_FAILED) taken.add(id)
    setParams({}, { replace: true })
    void takeUp(id)
  }, [id, isLocked, setParams])
}

async function takeUp(id: string): Promise<void> {
  const found = await findShared(id).catch((error: unknown) => {
    log.warn('Shared photos could not be read', error)
    return null
  })
  if (!found) {
    notify.error(t(id === SHARE_FAILED ? 'draft.sharedFailed' : 'draft.sharedGone'))
    return
  }
  const { photoRefused } = useVideoStore.getState()
  for (const filename of found.leftOut)
    photoRefused({ id: crypto.randomUUID(), filename, code: 'share_too_large' })
  await readPhotos(found.files)
  await flushDraft()
  await forgetShared(id)
}
