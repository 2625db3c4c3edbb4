import type { Overlay, Storyboard } from '@/domain/storyboard'
import { OPAQUE, type Compositor } from '../compositor/Compositor'
import type { Planes } from '../compositor/planes'
import { clear, regionOf } from '../compositor/region'
import type { DrawnOverlay, TextFrame } from '../text/canvas'
import { weaveAt } from './gate'
import { StageLight } from './StageLight'
import { StagePainter, type PictureOf } from './StagePainter'
import { TextPictures } from './TextPictures'
import { brightnessAt, sceneAt } from './timeline'

/**
 * Paints the frames of a film from pictures that are loaded already: the shots on their stage, light that leaks in, the
 * vignette, the texts, the grain over all of it, and the fades from and to black.
 */
export class FramePainter {
  readonly #compositor: Compositor
  readonly #film: Storyboard
  readonly #stage: Planes
  readonly #shots: StagePainter
  readonly #light: StageLight
  readonly #texts: TextPictures
  readonly frame: Planes

  /** @throws RangeError when the stage is at odd pixels or beyond the frame */
  constructor(
    compositor: Compositor,
    film: Storyboard,
    drawText: (overlay: Overlay, film: TextFrame) => DrawnOverlay,
  ) {
    this.#compositor = compositor
    this.#film = film
    this.frame = compositor.createFrame(film.width, film.height)
    this.#stage = regionOf(this.frame, film.stage)
    this.#shots = new StagePainter(compositor, film, this.frame)
    this.#light = new StageLight(compositor, film)
    this.#texts = new TextPictures(compositor, film, drawText)
  }

  /** Paints one frame into `this.frame`. */
  paint(frameIndex: number, pictureOf: PictureOf): void {
    const film = this.#film
    const brightness = brightnessAt(film, frameIndex)
    // Texts of the last frame may reach over the bars.
    if (brightness === 0 || !this.#fillsFrame()) clear(this.#compositor, this.frame)
    if (brightness === 0) return
    const weave = weaveAt(film.look, frameIndex, film.fps, film.stage)
    this.#shots.paint(sceneAt(film, frameIndex), weave, pictureOf)
    this.#light.paintBelow(this.#stage, this.#shots.aside, frameIndex)
    this.#texts.paint(this.frame, frameIndex)
    this.#light.paintAbove(this.#stage, frameIndex)
    if (brightness < OPAQUE) this.#compositor.fadeToBlack(this.frame, brightness)
  }

  /** Frees its frames and texts; the pictures are their owner's. */
  close(): void {
    this.#compositor.free(this.frame)
    for (const part of [this.#shots, this.#light, this.#texts]) part.close()
  }

  #fillsFrame(): boolean {
    const { width, height } = this.#film.stage
    return width === this.#film.width && height === this.#film.height
  }
}
