import type { Panel, Storyboard } from '@/domain/storyboard'
import { blurredFill } from '../compositor/blurredFill'
import type { Compositor } from '../compositor/Compositor'
import { gradePicture, gradeTables, type GradeTables } from '../compositor/grade'
import type { Planes } from '../compositor/planes'
import type { MemoryUse } from '../protocol'
import { loadPicture, type LoadTimes } from '../photo/loadPicture'
import { leavesGap, panelRectangle, pictureSize, type Size } from './placement'
import { UnreadablePhoto } from './UnreadablePhoto'

/** A panel's photo in the film's colours, ready to be drawn. `fill` stands behind a photo that is shown whole. */
export interface ShotPicture {
  readonly picture: Planes
  readonly size: Size
  readonly fill: Planes | null
}

interface Entry {
  readonly loading: Promise<ShotPicture>
  /** Null until it is there. */
  loaded: ShotPicture | null
}

/**
 * The photos of the shots on screen and of the next one: decoded one at a time, scaled and graded once for what their
 * panel needs, freed when they have gone.
 */
export class ShotPictures {
  readonly #compositor: Compositor
  readonly #stage: Size
  readonly #look: Storyboard['look']
  readonly #grade: GradeTables | null
  readonly #read: (photoId: string) => Promise<Blob>
  readonly #memory: MemoryUse
  readonly #entries = new Map<string, Entry>()
  readonly #unreadable = new Map<string, UnreadablePhoto>()
  /** The last load under way, and all that were asked for before it. */
  #queue: Promise<unknown> = Promise.resolve()
  readonly times: LoadTimes = { decode: 0, scale: 0 }

  /** @param read rejects only when the whole film has to stop; an unreadable photo is a file that cannot be decoded */
  constructor(
    compositor: Compositor,
    { stage, look }: Pick<Storyboard, 'stage' | 'look'>,
    read: (photoId: string) => Promise<Blob>,
    memory: MemoryUse = 'plenty',
  ) {
    this.#compositor = compositor
    this.#stage = stage
    this.#look = look
    this.#grade = gradeTables(look)
    this.#read = read
    this.#memory = memory
  }

  /**
   * Starts to load a panel's photo, or goes on with it.
   * @throws UnreadablePhoto
   */
  get(panel: Panel): Promise<ShotPicture> {
    const key = this.#key(panel)
    const known = this.#entries.get(key)
    if (known) return known.loading
    const loading = this.#queue.then(() => this.#load(panel, () => this.#entries.get(key) === entry))
    const entry: Entry = { loading, loaded: null }
    this.#entries.set(key, entry)
    this.#queue = loading.then(
      (loaded) => (entry.loaded = loaded),
      () => undefined,
    )
    return loading
  }

  /** A panel's picture that has been awaited. @throws when it is not there */
  loaded(panel: Panel): ShotPicture {
    const loaded = this.#entries.get(this.#key(panel))?.loaded
    if (!loaded) throw new Error(`the photo ${panel.photoId} has not been loaded`)
    return loaded
  }

  /** Whether pictures for this film are the same: of one size, in the same colours. */
  fit({ stage, look }: Pick<Storyboard, 'stage' | 'look'>): boolean {
    const colours = ({ curve, saturation, shadows, lights }: Storyboard['look']) =>
      JSON.stringify([curve, saturation, shadows, lights])
    return (
      stage.width === this.#stage.width &&
      stage.height === this.#stage.height &&
      colours(look) === colours(this.#look)
    )
  }

  /** Loads ahead; a failure is met when the shot is reached. */
  prefetch(panel: Panel): void {
    this.get(panel).catch(() => undefined)
  }

  /** Frees all but the pictures of these panels; what is still loading follows when it is there. */
  keep(panels: readonly Panel[]): void {
    const kept = new Set(panels.map((panel) => this.#key(panel)))
    for (const [key, { loading }] of this.#entries) {
      if (kept.has(key)) continue
      this.#entries.delete(key)
      loading.then(
        ({ picture, fill }) => {
          this.#compositor.free(picture)
          if (fill) this.#compositor.free(fill)
        },
        () => undefined,
      )
    }
  }

  /** Frees everything. */
  async close(): Promise<void> {
    this.keep([])
    await this.#queue
  }

  async #load(panel: Panel, isWanted: () => boolean): Promise<ShotPicture> {
    const known = this.#unreadable.get(panel.photoId)
    if (known) throw known
    if (!isWanted()) throw new Error('the film has gone on')
    const file = await this.#read(panel.photoId)
    const area = panelRectangle(panel.area, this.#stage)
    const sizeFor = (photo: Size) => pictureSize(photo, area, panel)
    const { picture, size } = await loadPicture(
      this.#compositor,
      file,
      sizeFor,
      this.times,
      this.#memory,
    ).catch((cause: unknown) => {
      // A memory that is full says nothing against this photo.
      if (cause instanceof RangeError) throw cause
      const unreadable = new UnreadablePhoto(panel.photoId, { cause })
      this.#unreadable.set(panel.photoId, unreadable)
      throw unreadable
    })
    const start = performance.now()
    try {
      if (this.#grade) gradePicture(this.#compositor, picture, this.#grade)
      const fill = leavesGap(size, area, panel)
        ? blurredFill(this.#compositor, picture, area.width, area.height)
        : null
      this.times.scale += performance.now() - start
      return { picture, size, fill }
    } catch (cause) {
      this.#compositor.free(picture)
      throw cause
    }
  }

  /** Everything that shapes the pixels of a panel's picture: panels that agree in it share one. */
  #key({ photoId, fit, from, to, area }: Panel): string {
    const { width, height } = panelRectangle(area, this.#stage)
    return [photoId, fit, width, height, Math.max(from.zoom, to.zoom), Math.min(from.zoom, to.zoom)].join(' ')
  }
}
