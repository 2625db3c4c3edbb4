import { useMemo, useState } from 'react'
import { draftWishes } from '@/generation/filmWishes'
import { readFileOfDraft } from '@/hooks/draftFiles'
import { useLanguage } from '@/hooks/useLanguage'
import { useRested } from '@/hooks/useRested'
import { prepareUpload } from '@/media/prepareUpload'
import { useVideoStore } from '@/stores/video.store'
import { directFilm } from '@/story/directFilm'
import { hasPhotoToShow } from '@/story/filmWishes'
import { composeScore } from '@/story/music/composeScore'
import type { PreviewFilm } from './Playback'
import { rememberFiles } from './rememberFiles'

/** Photos that are looked at change the draft several times a second. */
const REST_MS = 500

/** The film of the draft as it would be made now, of the files on this device; null without a photo that may be shown. */
export function useDraftPreview(userId: string): PreviewFilm | null {
  const draft = useRested(
    useVideoStore((state) => state.draft),
    REST_MS,
  )
  const [files] = useState(() => rememberFiles((id) => readDraftPhoto(userId, id)))
  const language = useLanguage()
  return useMemo(() => {
    if (!hasPhotoToShow(draft.photos)) return null
    const storyboard = directFilm(draftWishes(draft))
    const { soundtrack } = storyboard
    return {
      storyboard,
      score: composeScore(storyboard),
      readPhoto: files.read,
      readTrack: soundtrack.kind === 'track' ? () => readFileOfDraft(userId, soundtrack.trackId) : null,
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- words are made of it
  }, [draft, userId, files, language])
}

/** The engine reads what browsers read: a HEIC is what it would be uploaded as. */
async function readDraftPhoto(userId: string, id: string): Promise<Blob> {
  const file = await readFileOfDraft(userId, id)
  const facts = useVideoStore.getState().draft.photos.find((photo) => photo.id === id)?.facts
  if (facts?.mimeType !== 'image/heic') return file
  return (await prepareUpload(file, facts, { keepLocation: false })).photo
}
