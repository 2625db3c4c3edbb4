import { useEffect, useState } from 'react'
import type { Reason, Storyboard } from '@/domain/storyboard'
import { useVideoStore } from '@/stores/video.store'

/** How long the draft must rest before the director is asked again. */
const REST_MS = 300
const NONE: ReadonlyMap<string, Reason> = new Map()

/** The same map, and the same reasons, where they say the same: each is a photo on screen that is drawn again. */
function kept(
  before: ReadonlyMap<string, Reason>,
  leftOut: Storyboard['leftOut'],
): ReadonlyMap<string, Reason> {
  const now = new Map(
    leftOut.map(({ photoId, reason }) => {
      const known = before.get(photoId)
      return [photoId, known && JSON.stringify(known) === JSON.stringify(reason) ? known : reason]
    }),
  )
  const isSame = now.size === before.size && [...now].every(([id, reason]) => before.get(id) === reason)
  return isSame ? before : now
}

/** Photos of the draft that its film would not show, by id, and why. Follows the draft with a short delay. */
export function useLeftOut(): ReadonlyMap<string, Reason> {
  const [leftOut, setLeftOut] = useState(NONE)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async () => {
      // Not before there is something to direct: the page opens without it.
      if (useVideoStore.getState().draft.photos.length < 2) return setLeftOut(NONE)
      const [{ directFilm }, { hasPhotoToShow }, { draftWishes }] = await Promise.all([
        import('@/story/directFilm'),
        import('@/story/filmWishes'),
        import('@/generation/filmWishes'),
      ])
      const { draft } = useVideoStore.getState()
      if (isOver || draft.photos.length < 2) return
      if (!hasPhotoToShow(draft.photos)) return setLeftOut(NONE)
      const film = directFilm(draftWishes(draft))
      setLeftOut((before) => kept(before, film.leftOut))
    }
    const soon = () => {
      clearTimeout(timer)
      // Offline its code may not come: the photos are shown without it until the draft changes again.
      timer = setTimeout(() => void ask().catch(() => undefined), REST_MS)
    }
    const unsubscribe = useVideoStore.subscribe(({ draft }, before) => {
      if (draft !== before.draft) soon()
    })
    soon()
    return () => {
      isOver = true
      clearTimeout(timer)
      unsubscribe()
    }
  }, [])
  return leftOut
}
