import type { Analysis } from '@/domain/analysis'
import type { DraftPhoto } from '@/domain/draft'
import { analysePhoto } from '@/media/analysePhoto'
import { useVideoStore } from '@/stores/video.store'
import { readFileOfDraft } from './draftFiles'

/** One is read from the device while another is looked at; more would only fill the memory. */
const AT_ONCE = 2

let asked = new Map<string, Promise<Analysis | null>>()

/** What was seen in a photo of the draft, once it was looked at; null when nothing could be. Never rejects. */
export async function analysisOf(photoId: string): Promise<Analysis | null> {
  const photo = useVideoStore.getState().draft.photos.find(({ id }) => id === photoId)
  return photo?.analysis ?? (await asked.get(photoId)) ?? null
}

/**
 * Look at every photo of the draft of `userId` that nobody has looked at, whatever brought it: chosen just now, kept by
 * an older build, or by a page that was closed before its turn came. In vain once is in vain for this visit.
 * @returns stop looking
 */
export function startPhotoSeer(userId: string): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const lanes = Array.from({ length: AT_ONCE }, () => Promise.resolve<unknown>(null))
  const mine = new Map<string, Promise<Analysis | null>>()
  asked = mine

  function look() {
    const { ownerId, draft, files, photosToSee } = useVideoStore.getState()
    if (ownerId !== userId) return
    const isHere = (id: string) => files[id] !== undefined && files[id].kind !== 'missing'
    const unseen = draft.photos.filter(({ id, analysis }) => !analysis && !mine.has(id) && isHere(id))
    if (unseen.length === 0) return
    for (const photo of unseen) {
      const lane = mine.size % AT_ONCE
      const seen = (lanes[lane] ?? Promise.resolve()).then(() => see(photo))
      lanes[lane] = seen
      mine.set(photo.id, seen)
    }
    photosToSee(unseen.map(({ id }) => id))
  }

  async function see({ id, facts }: DraftPhoto): Promise<Analysis | null> {
    if (signal.aborted) return null
    const analysis = await readFileOfDraft(userId, id)
      .then((file) => analysePhoto(file, facts, signal))
      .catch(() => null) // its file is gone, or nobody wants to know any more
    if (!signal.aborted) useVideoStore.getState().photoSeen(id, analysis)
    return analysis
  }

  const unsubscribe = useVideoStore.subscribe((state, before) => {
    if (state.draft.photos !== before.draft.photos || state.files !== before.files) look()
  })
  look()
  return () => {
    unsubscribe()
    stop.abort()
    useVideoStore.getState().seeingStopped()
  }
}
