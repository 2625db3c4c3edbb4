import type { Overlay, Storyboard } from '@/domain/storyboard'
import { OPAQUE, type Compositor, type OverlayPicture } from '../compositor/Compositor'
import type { Planes } from '../compositor/planes'
import type { DrawnOverlay, TextFrame } from '../text/canvas'
import type { ShotPicture } from './ShotPictures'
import { brightnessAt, overlaysAt, placePhoto, type Layer, type Size } from './timeline'

export interface PaintedLayer {
  readonly layer: Layer
  readonly fit: 'cover' | 'contain'
  readonly shotPicture: ShotPicture
}

/** Paints frames of one size. Text is drawn by the host's canvas when it is first seen, and then only blended. */
export class FramePainter {
  readonly #compositor: Compositor
  readonly #drawText: (overlay: Overlay, film: TextFrame) => DrawnOverlay
  readonly #texts = new Map<Overlay, OverlayPicture>()
  /** Where a shot with a fill is put together before it dissolves in. */
  readonly #aside: Planes
  readonly frame: Planes

  constructor(
    compositor: Compositor,
    size: Size,
    drawText: (overlay: Overlay, film: TextFrame) => DrawnOverlay,
  ) {
    this.#compositor = compositor
    this.#drawText = drawText
    this.frame = compositor.createFrame(size.width, size.height)
    this.#aside = compositor.createFrame(size.width, size.height)
  }

  /** Paints one frame into `this.frame`. */
  paint(storyboard: Storyboard, frameIndex: number, layers: readonly PaintedLayer[]): void {
    for (const layer of layers) this.#paintLayer(layer)
    const visible = overlaysAt(storyboard, frameIndex)
    for (const { overlayIndex, amount } of visible) {
      const overlay = storyboard.overlays[overlayIndex]
      if (overlay) this.#compositor.overlay(this.frame, this.#text(overlay, storyboard), amount)
    }
    this.#forgetTexts(frameIndex)
    const brightness = brightnessAt(storyboard, frameIndex)
    if (brightness < OPAQUE) this.#compositor.fadeToBlack(this.frame, brightness)
  }

  /** Frees its frames and texts; the pictures are their owner's. */
  close(): void {
    this.#compositor.free(this.frame)
    this.#compositor.free(this.#aside)
    for (const text of this.#texts.values()) this.#compositor.freeOverlay(text)
    this.#texts.clear()
  }

  #paintLayer({ layer, fit, shotPicture }: PaintedLayer): void {
    const { picture, fill, size } = shotPicture
    const at = placePhoto(size, this.frame, fit, layer.framing)
    if (!fill) {
      this.#compositor.draw(this.frame, picture, at, layer.alpha)
      return
    }
    const target = layer.alpha === OPAQUE ? this.frame : this.#aside
    this.#compositor.copy(target, fill)
    this.#compositor.draw(target, picture, at, OPAQUE)
    if (target !== this.frame) this.#compositor.dissolve(this.frame, target, layer.alpha)
  }

  #text(overlay: Overlay, storyboard: Storyboard): OverlayPicture {
    const known = this.#texts.get(overlay)
    if (known) return known
    const { pixels, width, height, x, y } = this.#drawText(overlay, storyboard)
    const text = this.#compositor.createOverlay(pixels, width, height, x, y)
    this.#texts.set(overlay, text)
    return text
  }

  #forgetTexts(frameIndex: number): void {
    for (const [overlay, text] of this.#texts) {
      if (overlay.endFrame > frameIndex + 1) continue
      this.#compositor.freeOverlay(text)
      this.#texts.delete(overlay)
    }
  }
}
