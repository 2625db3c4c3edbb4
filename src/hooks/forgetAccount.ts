import { forgetPlaces } from '@/data/forgetPlaces'
import { forgetRunning } from '@/generation/runningJob'
import { forgetDrafts } from '@/lib/localDrafts'
import { log } from '@/lib/log'
import { forgetUnsent } from '@/lib/outbox'
import { useNoticesStore } from '@/stores/notices.store'
import { useVideoStore } from '@/stores/video.store'
import { stopDraftSaver } from './draftSaver'

/**
 * Forget what this device would otherwise keep for the person's next visit, because there is none: the draft with its
 * photos, changes and files that were not sent, what was chosen here. Signing out forgets the rest. Never rejects.
 */
export async function forgetAccount(userId: string): Promise<void> {
  await stopDraftSaver()
  const draft = useVideoStore.getState()
  if (draft.ownerId === userId) draft.draftClosed()
  const done = await Promise.allSettled([forgetDrafts(userId), forgetUnsent(userId)])
  for (const outcome of done)
    if (outcome.status === 'rejected')
      log.info('Something of a deleted account was not forgotten', outcome.reason)
  forgetRunning(userId)
  forgetPlaces()
  useNoticesStore.getState().systemNotificationsWanted(userId, false)
}
