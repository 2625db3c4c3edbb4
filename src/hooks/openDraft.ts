import { emptyDraft } from '@/domain/draft'
import { deviceError } from '@/lib/localDatabase'
import { deleteStrayFiles, loadDraft, type FoundDraft, type FoundFile } from '@/lib/localDrafts'
import type { PhotoFile } from '@/stores/photoFiles.slice'
import { hasUnsavedText, saveStatus, useVideoStore } from '@/stores/video.store'

/** Nothing on screen would be lost: it is on the device, or it has become a project. */
export function isSafe(): boolean {
  const state = useVideoStore.getState()
  const status = saveStatus(state)
  return (
    status === 'saved' ||
    status === 'untouched' ||
    status === 'incomplete' ||
    state.submission.kind === 'done'
  )
}

/**
 * Bring the draft of `userId` on screen as it lies on this device; `toEdit`: by the one tab that edits it. What this tab
 * could not save stays on screen instead.
 */
export async function openSavedDraft(userId: string, { toEdit }: { toEdit: boolean }): Promise<void> {
  if (useVideoStore.getState().ownerId === userId && !isSafe()) return
  const { draftOpened, draftUnopened } = useVideoStore.getState()
  const nothing = { ownerId: userId, draft: emptyDraft(), isKept: false, files: {}, lost: [] }
  try {
    const found = await loadDraft(userId)
    if (found.state === 'found') return await showFound(userId, found, toEdit)
    draftOpened(nothing)
    tellInstead(found)
  } catch (error) {
    draftOpened(nothing)
    draftUnopened(deviceError(error).code)
  }
}

type Found = Extract<FoundDraft, { state: 'found' }>
async function showFound(userId: string, { draft, files, incoming: lost }: Found, toEdit: boolean) {
  // Before anything can be added: a file that comes now is in no draft yet.
  if (toEdit) await deleteStrayFiles(userId, draft).catch(() => undefined)
  useVideoStore.getState().draftOpened({ ownerId: userId, draft, isKept: true, files: filesOf(files), lost })
}

/**
 * Ask the device again, which could not say before what it holds; see [Note: nothing is written unseen]. A draft that was
 * there all the time comes on screen, unless a person has begun another one meanwhile: then they are asked which to keep.
 * @returns whether what is on screen may be written now
 */
export async function openLater(userId: string): Promise<boolean> {
  const { saveError, submission } = useVideoStore.getState()
  if (saveError === 'earlier_draft' || submission.kind === 'running' || submission.kind === 'done')
    return false
  const isStillOurs = () => useVideoStore.getState().ownerId === userId
  try {
    const found = await loadDraft(userId)
    if (!isStillOurs()) return false
    const state = useVideoStore.getState()
    if (found.state !== 'found') {
      state.nothingToOpen()
      tellInstead(found)
      return true
    }
    const isUntouched = !hasUnsavedText(state) && Object.keys(state.files).length === 0
    if (isUntouched) await showFound(userId, found, true)
    else state.draftUnopened('earlier_draft')
    return isUntouched
  } catch (error) {
    if (isStillOurs()) useVideoStore.getState().draftUnopened(deviceError(error).code)
    return false
  }
}

/** Of two drafts the person has chosen the one on the device. The other one stays on screen until this one is there. */
export async function openEarlierDraft(): Promise<void> {
  const { ownerId: userId } = useVideoStore.getState()
  if (userId === null) return
  const isStillOurs = () => useVideoStore.getState().ownerId === userId
  try {
    const found = await loadDraft(userId)
    if (!isStillOurs()) return
    if (found.state === 'found') return await showFound(userId, found, true)
    useVideoStore.getState().nothingToOpen()
    tellInstead(found)
  } catch (error) {
    if (isStillOurs()) useVideoStore.getState().draftUnopened(deviceError(error).code)
  }
}

/** Of two drafts the person has chosen the one on screen: it is written in the place of the other. */
export function keepThisDraft(): void {
  useVideoStore.getState().nothingToOpen()
}

function tellInstead(found: Exclude<FoundDraft, Found>): void {
  const { noticed } = useVideoStore.getState()
  switch (found.state) {
    case 'none':
      return
    case 'gone':
      noticed({ kind: 'gone', projectId: null })
      return void offerWhatWasSent(found.draftId)
    case 'unreadable':
      return noticed({ kind: 'unreadable' })
    case 'quarantined':
      return noticed({ kind: 'quarantined', key: found.key })
    default:
      return found satisfies never
  }
}

/** A draft becomes the project of the same id: what had been sent of it before it was lost here is still there. */
async function offerWhatWasSent(draftId: string): Promise<void> {
  const asked = import('@/data/projects').then(({ getProject }) => getProject(draftId))
  const project = await asked.catch(() => null)
  const { notice, noticed } = useVideoStore.getState()
  if (project && notice?.kind === 'gone') noticed({ kind: 'gone', projectId: project.id })
}

const filesOf = (found: readonly FoundFile[]): Record<string, PhotoFile> =>
  Object.fromEntries(
    found.map(({ id, thumbnail }) => [id, thumbnail ? { kind: 'saved', thumbnail } : { kind: 'missing' }]),
  )
