import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom'
import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { useChangeParams } from '@/hooks/useChangeParams'

const PARAM = 'photo'
/** Written to a history entry that was made by opening a photo: the library is below it. */
const OPENED = 'library-photo'

type ViewedPhoto = {
  /** Where it is in the order, -1 for none. */
  place: number
  open: (id: string) => void
  show: (id: string) => void
  close: () => void
}

/**
 * The photo that is looked at in the large, as `?photo=…` says: the back button closes it and a reload keeps it. One that goes
 * away while it is looked at gives its place to the next.
 */
export function useViewedPhoto(order: readonly LibraryPhoto[]): ViewedPhoto {
  const [params] = useSearchParams()
  const change = useChangeParams()
  const state: unknown = useLocation().state
  const navigate = useNavigate()
  const id = params.get(PARAM)
  const found = id === null ? -1 : order.findIndex((photo) => photo.id === id)
  const [last, setLast] = useState(-1)
  if (id === null && last !== -1) setLast(-1)
  else if (found >= 0 && found !== last) setLast(found)
  const place = found >= 0 ? found : Math.min(last, order.length - 1)

  const setId = (next: string | null, options: { replace?: boolean; state?: unknown }) =>
    change({ [PARAM]: next ?? '' }, options)
  const isClosing = useRef(false)
  useEffect(() => {
    isClosing.current = false
  }, [id])
  const open = (next: string) => {
    if (id === null) setId(next, { state: OPENED })
  }
  const show = (next: string) => setId(next, { replace: true, state })
  const close = () => {
    // Escape pressed twice leaves the photo, not the library.
    if (isClosing.current) return
    isClosing.current = true
    if (state === OPENED) void navigate(-1)
    else setId(null, { replace: true })
  }

  const isGone = id !== null && found < 0 && last >= 0
  const instead = order[place]?.id
  useEffect(() => {
    if (!isGone) return
    if (instead === undefined) close()
    else show(instead)
    // oxlint-disable-next-line react/exhaustive-deps -- both are made anew on every render and do the same
  }, [isGone, instead])
  return { place, open, show, close }
}
