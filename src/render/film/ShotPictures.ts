import type { Panel, Shot, Storyboard } from '@/domain/storyboard'
import { blurredFill } from '../compositor/blurredFill'
import type { Compositor } from '../compositor/Compositor'
import type { Planes } from '../compositor/planes'
import { loadPicture, type LoadTimes } from '../photo/loadPicture'
import { pictureSize, placePhoto, type Size } from './timeline'

/** A shot's photo, ready to be drawn. `fill` is the frame that stands behind a photo shown whole. */
export interface ShotPicture {
  readonly picture: Planes
  readonly size: Size
  readonly fill: Planes | null
}

/** Everything that shapes the pixels of a shot's picture: shots that agree in it share one. */
const pictureKey = ({ photoId, fit, from, to }: Panel) =>
  [photoId, fit, Math.max(from.zoom, to.zoom), Math.min(from.zoom, to.zoom)].join(' ')

/**
 * The photos of the shots on screen and of the next one: decoded ahead, scaled once to what their shot needs, freed when
 * they have gone. So at most four are in memory, however many the film has.
 */
export class ShotPictures {
  readonly #compositor: Compositor
  readonly #frame: Size
  readonly #read: (photoId: string) => Promise<Blob>
  readonly #pictures = new Map<string, Promise<ShotPicture | null>>()
  readonly #unreadable = new Set<string>()
  readonly times: LoadTimes = { decode: 0, scale: 0 }

  /** @param read rejects only when the whole film has to stop; an unreadable photo is a file that cannot be decoded */
  constructor(compositor: Compositor, frame: Size, read: (photoId: string) => Promise<Blob>) {
    this.#compositor = compositor
    this.#frame = frame
    this.#read = read
  }

  /** Photos that could not be decoded. */
  get unreadable(): ReadonlySet<string> {
    return this.#unreadable
  }

  /** Starts to load a panel's photo, or goes on with it. Null when it cannot be decoded. */
  get(panel: Panel): Promise<ShotPicture | null> {
    const key = pictureKey(panel)
    const known = this.#pictures.get(key)
    if (known) return known
    const loading = this.#load(panel)
    this.#pictures.set(key, loading)
    return loading
  }

  /** Loads ahead; a failure is met when the shot is reached. */
  prefetch(panel: Panel): void {
    this.get(panel).catch(() => undefined)
  }

  /** Frees all but the pictures of these panels. */
  async keep(panels: readonly Panel[]): Promise<void> {
    const kept = new Set(panels.map(pictureKey))
    for (const [key, loading] of this.#pictures) {
      if (kept.has(key)) continue
      this.#pictures.delete(key)
      const loaded = await loading
      if (!loaded) continue
      this.#compositor.free(loaded.picture)
      if (loaded.fill) this.#compositor.free(loaded.fill)
    }
  }

  async #load(panel: Panel): Promise<ShotPicture | null> {
    if (this.#unreadable.has(panel.photoId)) return null
    const file = await this.#read(panel.photoId)
    const loaded = await loadPicture(
      this.#compositor,
      file,
      (photo) => pictureSize(photo, this.#frame, panel),
      this.times,
    ).catch(() => null)
    if (!loaded) {
      this.#unreadable.add(panel.photoId)
      return null
    }
    const { picture, size } = loaded
    const start = performance.now()
    const { width, height } = this.#frame
    const fill = leavesGap(size, this.#frame, panel)
      ? blurredFill(this.#compositor, picture, width, height)
      : null
    this.times.scale += performance.now() - start
    return { picture, size, fill }
  }
}

function leavesGap(photo: Size, frame: Size, { fit, from, to }: Panel): boolean {
  return [from, to].some((framing) => {
    const { width, height } = placePhoto(photo, frame, fit, framing)
    return width < frame.width || height < frame.height
  })
}

/** The first shot after those that are on screen at this frame. */
export function nextShot({ shots }: Storyboard, frame: number): Shot | undefined {
  return shots.find(({ startFrame }) => startFrame > frame)
}
