import { beforeEach, expect, test } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import { loadDraft, saveDraft, saveDraftFile } from '@/lib/localDrafts'
import { withLocalDatabase } from '@/lib/localDatabase'
import { adoptUnsent, putUnsent } from '@/lib/outbox'
import { useNoticesStore } from '@/stores/notices.store'
import { forgetAccount } from './forgetAccount'

const ADA = '11111111-1111-4111-8111-111111111111'
const EVE = '22222222-2222-4222-8222-222222222222'

beforeEach(async () => {
  for (const userId of [ADA, EVE]) {
    await saveDraft(userId, { ...emptyDraft(), title: `The film of ${userId}` }, [])
    await saveDraftFile(userId, 'a photo', new Blob(['pixels']), new Blob(['few pixels']))
    await withLocalDatabase((database) => database.add('quarantine', { userId, record: 'damaged' }))
    const change = { id: '1', key: [userId, 'mutation', 'profile.update'], scope: null, context: null }
    await putUnsent(userId, 'a tab', { ...change, variables: { displayName: 'A' }, submittedAt: Date.now() })
    useNoticesStore.getState().systemNotificationsWanted(userId, true)
    localStorage.setItem(`photomemory.running.${userId}`, '{}')
    localStorage.setItem(`photomemory-upload media/${userId}/a.jpg 7`, '{}')
  }
})

test('of an account that is gone nothing stays on the device, and of the others everything', async () => {
  await forgetAccount(ADA)
  expect(await loadDraft(ADA)).toEqual({ state: 'none' })
  expect(await loadDraft(EVE)).toMatchObject({ state: 'found', draft: { title: `The film of ${EVE}` } })
  const left = await withLocalDatabase(async (database) => ({
    files: await database.getAllKeys('draftFiles'),
    quarantine: await database.getAll('quarantine'),
  }))
  expect(left).toEqual({ files: [[EVE, 'a photo']], quarantine: [{ userId: EVE, record: 'damaged' }] })
  expect(await adoptUnsent(ADA, 'another tab')).toEqual([])
  expect(await adoptUnsent(EVE, 'another tab')).toHaveLength(1)
  expect(useNoticesStore.getState().wanting).toEqual([EVE])
  expect(Object.keys(localStorage).filter((key) => key.includes(ADA))).toEqual([])
})
