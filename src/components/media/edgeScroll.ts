/** Nearer to the edge of the screen than this the page scrolls along, px; and how fast at most, px a frame. */
const EDGE = 70
const SPEED = 22

/**
 * While something is dragged near the upper or lower edge of the screen, the page scrolls along.
 * @param pointer where the pointer is now, px from the top of the screen @param onScrolled the page has moved under it
 * @returns stop
 */
export function scrollAtEdges(pointer: () => number, onScrolled: () => void): () => void {
  let frame = requestAnimationFrame(step)
  function step() {
    const by = scrollSpeed(pointer())
    if (by !== 0) {
      scrollBy(0, by)
      onScrolled()
    }
    frame = requestAnimationFrame(step)
  }
  return () => cancelAnimationFrame(frame)
}

function scrollSpeed(y: number): number {
  const above = EDGE - y
  const below = y - (innerHeight - EDGE)
  if (above > 0) return -Math.min(SPEED, above / 3)
  return below > 0 ? Math.min(SPEED, below / 3) : 0
}
