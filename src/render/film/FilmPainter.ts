import type { Overlay, Panel, Storyboard } from '@/domain/storyboard'
import type { Compositor } from '../compositor/Compositor'
import type { Planes } from '../compositor/planes'
import type { LoadTimes } from '../photo/loadPicture'
import type { DrawnOverlay, TextFrame } from '../text/canvas'
import { FramePainter, type PaintedLayer } from './FramePainter'
import { nextShot, ShotPictures } from './ShotPictures'
import { layersAt } from './timeline'
import { UnreadablePhoto } from './UnreadablePhoto'

/** Milliseconds: `wait` is what frames waited for their photos, `paint` the painting itself. */
export interface PaintTimes extends LoadTimes {
  readonly wait: number
  readonly paint: number
}

/**
 * Paints any frame of a film: loads the photos it needs, the next shot's ahead, and frees those that have gone. Forward
 * is fast, any order works. At most four photos are in memory, unless more are on screen at once.
 */
export class FilmPainter {
  readonly #storyboard: Storyboard
  readonly #pictures: ShotPictures
  readonly #painter: FramePainter
  #wait = 0
  #paint = 0

  /** @param readPhoto rejects only when everything has to stop; an unreadable photo is a file that cannot be decoded */
  constructor(
    compositor: Compositor,
    storyboard: Storyboard,
    readPhoto: (photoId: string) => Promise<Blob>,
    drawText: (overlay: Overlay, film: TextFrame) => DrawnOverlay,
  ) {
    this.#storyboard = storyboard
    this.#pictures = new ShotPictures(compositor, storyboard, readPhoto)
    this.#painter = new FramePainter(compositor, storyboard, drawText)
  }

  /** What has been spent so far. */
  get times(): PaintTimes {
    return { ...this.#pictures.times, wait: this.#wait, paint: this.#paint }
  }

  /**
   * Paints one frame. One at a time: await it before the next call.
   * @returns the painter's own planes, painted over by the next call
   * @throws UnreadablePhoto when a photo of the frame cannot be decoded: go on with a painter of `withoutPhoto(…)`
   */
  async paint(frame: number): Promise<Planes> {
    const start = performance.now()
    const layers: PaintedLayer[] = []
    const panels: Panel[] = []
    for (const layer of layersAt(this.#storyboard, frame)) {
      const panel = this.#storyboard.shots[layer.shotIndex]?.panels[0]
      if (!panel) continue
      const shotPicture = await this.#pictures.get(panel)
      if (!shotPicture) throw new UnreadablePhoto(panel.photoId)
      layers.push({ layer, fit: panel.fit, shotPicture })
      panels.push(panel)
    }
    const next = nextShot(this.#storyboard, frame)?.panels[0]
    if (next) this.#pictures.prefetch(next)
    await this.#pictures.keep(next ? [...panels, next] : panels)
    const loaded = performance.now()
    this.#painter.paint(this.#storyboard, frame, layers)
    this.#wait += loaded - start
    this.#paint += performance.now() - loaded
    return this.#painter.frame
  }

  /** Frees everything, also what is still loading. */
  async close(): Promise<void> {
    await this.#pictures.keep([])
    this.#painter.close()
  }
}
