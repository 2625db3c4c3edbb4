import type { Overlay, Panel, Storyboard } from '@/domain/storyboard'
import type { Compositor } from '../compositor/Compositor'
import type { Planes } from '../compositor/planes'
import type { LoadTimes } from '../photo/loadPicture'
import type { MemoryUse } from '../protocol'
import type { DrawnOverlay, TextFrame } from '../text/canvas'
import { FramePainter } from './FramePainter'
import { ShotPictures } from './ShotPictures'
import { nextShot, sceneAt } from './timeline'

/** Milliseconds: `wait` is what frames waited for their photos, `paint` the painting itself. */
export interface PaintTimes extends LoadTimes {
  readonly wait: number
  readonly paint: number
}

/** In memory at a time, of all who paint a film. */
export const MOST_PHOTOS = 4

/**
 * Paints any frame of a film: loads the photos it needs, the next shot's ahead, and frees those that have gone. Forward
 * is fast, any order works. At most `mostPhotos` are in memory, unless more are on screen at once.
 */
export class FilmPainter {
  readonly #compositor: Compositor
  readonly #readPhoto: (photoId: string) => Promise<Blob>
  readonly #drawText: (overlay: Overlay, film: TextFrame) => DrawnOverlay
  readonly #mostPhotos: number
  readonly #memory: MemoryUse
  #storyboard: Storyboard
  #pictures: ShotPictures
  #painter: FramePainter
  #earlier: LoadTimes = { decode: 0, scale: 0 }
  #wait = 0
  #paint = 0

  /**
   * @param readPhoto rejects only when everything has to stop; an unreadable photo is a file that cannot be decoded
   * @throws RangeError for a frame or stage at odd pixels
   */
  constructor(
    compositor: Compositor,
    storyboard: Storyboard,
    readPhoto: (photoId: string) => Promise<Blob>,
    drawText: (overlay: Overlay, film: TextFrame) => DrawnOverlay,
    mostPhotos = MOST_PHOTOS,
    memory: MemoryUse = 'plenty',
  ) {
    this.#compositor = compositor
    this.#readPhoto = readPhoto
    this.#drawText = drawText
    this.#mostPhotos = mostPhotos
    this.#memory = memory
    this.#storyboard = storyboard
    this.#pictures = new ShotPictures(compositor, storyboard, readPhoto, memory)
    this.#painter = new FramePainter(compositor, storyboard, drawText)
  }

  /** What has been spent so far. */
  get times(): PaintTimes {
    const { decode, scale } = this.#pictures.times
    return {
      decode: this.#earlier.decode + decode,
      scale: this.#earlier.scale + scale,
      wait: this.#wait,
      paint: this.#paint,
    }
  }

  /**
   * Paints another film from now on: one whose caption was changed, or that goes on without a photo. Photos that are
   * shown in the same way in both are not loaded again. Not while a frame is painted.
   */
  async change(storyboard: Storyboard): Promise<void> {
    const painter = new FramePainter(this.#compositor, storyboard, this.#drawText)
    this.#painter.close()
    this.#painter = painter
    if (!this.#pictures.fit(storyboard)) {
      const { decode, scale } = this.#pictures.times
      this.#earlier = { decode: this.#earlier.decode + decode, scale: this.#earlier.scale + scale }
      await this.#pictures.close()
      this.#pictures = new ShotPictures(this.#compositor, storyboard, this.#readPhoto, this.#memory)
    }
    this.#storyboard = storyboard
  }

  /**
   * Paints one frame. One at a time: await it before the next call.
   * @param endFrame nothing is painted from there on: no photos are loaded ahead for it
   * @returns the painter's own planes, painted over by the next call
   * @throws UnreadablePhoto when a photo of the frame cannot be decoded: go on with `change(withoutPhoto(…))`
   */
  async paint(frame: number, endFrame = Infinity): Promise<Planes> {
    const start = performance.now()
    const needed = this.#panelsAt(frame)
    const next = nextShot(this.#storyboard, frame)
    const room = next && next.startFrame < endFrame ? Math.max(0, this.#mostPhotos - needed.length) : 0
    const ahead = next?.panels.slice(0, room) ?? []
    this.#pictures.keep([...needed, ...ahead])
    const loading = needed.map((panel) => this.#pictures.get(panel))
    for (const panel of ahead) this.#pictures.prefetch(panel)
    await Promise.all(loading)
    const loaded = performance.now()
    this.#painter.paint(frame, (panel) => this.#pictures.loaded(panel))
    this.#wait += loaded - start
    this.#paint += performance.now() - loaded
    return this.#painter.frame
  }

  /** Frees everything, also what is still loading. */
  async close(): Promise<void> {
    await this.#pictures.close()
    this.#painter.close()
  }

  #panelsAt(frame: number): Panel[] {
    return sceneAt(this.#storyboard, frame).layers.flatMap(
      ({ shotIndex }) => this.#storyboard.shots[shotIndex]?.panels ?? [],
    )
  }
}
