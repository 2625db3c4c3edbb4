import { acknowledgeGoneDraft } from '@/lib/draftMarker'
import { readQuarantined } from '@/lib/draftQuarantine'
import { useVideoStore } from '@/stores/video.store'

/** The notice about what was found has been read. */
export function forgetNotice(): void {
  const { ownerId, noticed } = useVideoStore.getState()
  if (ownerId !== null) acknowledgeGoneDraft(ownerId)
  noticed(null)
}

/** Hand a draft that could not be opened to the person, as a file. */
export async function downloadDamagedDraft(key: number): Promise<void> {
  const url = URL.createObjectURL(await readQuarantined(key))
  const link = document.createElement('a')
  link.href = url
  link.download = 'damaged-draft.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
