import type { Overlay, Storyboard } from '@/domain/storyboard'
import type { Compositor, OverlayPicture } from '../compositor/Compositor'
import type { DrawnOverlay, TextFrame } from '../text/canvas'
import { overlaysAt } from './timeline'
import type { Planes } from '../compositor/planes'

/** The texts of a film: drawn by the host's canvas when they are first seen, and then only blended. */
export class TextPictures {
  readonly #compositor: Compositor
  readonly #film: Storyboard
  readonly #draw: (overlay: Overlay, film: TextFrame) => DrawnOverlay
  readonly #texts = new Map<Overlay, OverlayPicture>()

  constructor(
    compositor: Compositor,
    film: Storyboard,
    draw: (overlay: Overlay, film: TextFrame) => DrawnOverlay,
  ) {
    this.#compositor = compositor
    this.#film = film
    this.#draw = draw
  }

  /** Lays the texts of one frame over it; texts that are not seen in it are forgotten. */
  paint(target: Planes, frame: number): void {
    const seen = new Set<Overlay>()
    for (const { overlayIndex, amount } of overlaysAt(this.#film, frame)) {
      const overlay = this.#film.overlays[overlayIndex]
      if (!overlay) continue
      seen.add(overlay)
      this.#compositor.overlay(target, this.#text(overlay), amount)
    }
    for (const [overlay, text] of this.#texts) {
      if (seen.has(overlay)) continue
      this.#compositor.freeOverlay(text)
      this.#texts.delete(overlay)
    }
  }

  close(): void {
    for (const text of this.#texts.values()) this.#compositor.freeOverlay(text)
    this.#texts.clear()
  }

  #text(overlay: Overlay): OverlayPicture {
    const known = this.#texts.get(overlay)
    if (known) return known
    const { pixels, width, height, x, y } = this.#draw(overlay, this.#film)
    const text = this.#compositor.createOverlay(pixels, width, height, x, y)
    this.#texts.set(overlay, text)
    return text
  }
}
