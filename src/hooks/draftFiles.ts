import { readDraftFile } from '@/lib/localDrafts'
import { useVideoStore } from '@/stores/video.store'

/**
 * The file of a photo, or of the track, of the draft on screen: from memory while the device does not have it, see
 * `PhotoFile`. @throws DraftError `file_gone`
 */
export async function readFileOfDraft(userId: string, id: string): Promise<Blob> {
  const entry = useVideoStore.getState().files[id]
  return entry && 'file' in entry ? entry.file : readDraftFile(userId, id)
}
