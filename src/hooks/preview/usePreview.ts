import { useCallback, useEffect, useState } from 'react'
import type { PreviewFilm } from './Playback'
import { PreviewDesk, type PreviewState } from './PreviewDesk'
import type { FilmPosition } from './position'

/** @returns the preview of a film, and where it stands; `screen` goes on the element that the picture fills */
export function usePreview(film: PreviewFilm, position: FilmPosition) {
  const [shown, setShown] = useState<PreviewState | null>(null)
  const [desk] = useState(() => new PreviewDesk(film, position, setShown))
  useEffect(() => desk.setFilm(film), [desk, film])
  const screen = useCallback(
    (element: HTMLElement | null) => (element ? desk.mount(element) : undefined),
    [desk],
  )
  return { state: shown ?? desk.state, desk, screen }
}
