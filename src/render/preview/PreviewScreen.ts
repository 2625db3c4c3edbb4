import type { Storyboard } from '@/domain/storyboard'
import type { Compositor } from '../compositor/Compositor'
import type { Planes } from '../compositor/planes'
import { FilmPainter } from '../film/FilmPainter'
import { toVideoFrame } from '../film/toVideoFrame'
import { UnreadablePhoto } from '../film/UnreadablePhoto'
import { withoutPhoto } from '../film/withoutPhoto'
import { drawOverlay } from '../text/drawOverlay'
import { loadFonts } from '../text/fonts'
import type { PreviewFailure } from './protocol'

/** A photo could not be fetched just now. */
export class PhotoMissing extends Error {
  override readonly name = 'PhotoMissing'
}

export interface PreviewScreenOptions {
  readonly canvas: OffscreenCanvas
  readonly compositor: Compositor
  /** Rejects with PhotoMissing. */
  readonly readPhoto: (photoId: string) => Promise<Blob>
  readonly onShown: (frame: number) => void
  readonly onFailed: (reason: PreviewFailure, cause: unknown) => void
}

// [Note: the preview is the export] The preview paints the same storyboard with the same compositor as the film; only the
// frame is smaller. At equal size the frames are equal bit for bit (tests/browser/preview.test.ts).

/**
 * Shows frames of a film on a canvas. Whatever is asked for while a frame is painted, only the newest is painted next:
 * scrubbing never lags behind the hand.
 */
export class PreviewScreen {
  readonly #options: PreviewScreenOptions
  readonly #context: OffscreenCanvasRenderingContext2D
  #film: Storyboard | null = null
  #wanted: number | null = null
  /** The frame on the canvas; null before the first. */
  #last: number | null = null
  #isPainting = false
  /** Paints `painted`: the film `of`, or what is left of it without photos that cannot be read. */
  #open: { readonly of: Storyboard; readonly painted: Storyboard; readonly painter: FilmPainter } | null =
    null

  /** @throws Error where workers have no canvas */
  constructor(options: PreviewScreenOptions) {
    this.#options = options
    const context = options.canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('this browser has no canvas in workers')
    this.#context = context
  }

  /** Shows another film from now on, at the frame that was shown last, or its end where it is shorter. */
  setFilm(storyboard: Storyboard): void {
    this.#film = storyboard
    this.#wanted ??= this.#last
    this.#paintWanted()
  }

  show(frame: number): void {
    this.#wanted = frame
    this.#paintWanted()
  }

  #paintWanted(): void {
    if (!this.#isPainting) void this.#paintAll()
  }

  /** Ends in the same breath in which it has seen that nothing more is wanted: no wish comes between. */
  async #paintAll(): Promise<void> {
    this.#isPainting = true
    while (this.#wanted !== null && this.#film) {
      const film = this.#film
      const frame = Math.max(0, Math.min(film.frameCount - 1, Math.round(this.#wanted)))
      this.#wanted = null
      try {
        await this.#paint(film, frame)
      } catch (cause) {
        await this.#close()
        this.#options.onFailed(failureOf(cause), cause)
      }
    }
    this.#isPainting = false
  }

  async #paint(film: Storyboard, frame: number): Promise<void> {
    let open = this.#open?.of === film ? this.#open : await this.#openFilm(film, film)
    for (;;) {
      try {
        this.#put(await open.painter.paint(frame), frame, open.painted)
        return
      } catch (cause) {
        const rest = cause instanceof UnreadablePhoto ? withoutPhoto(open.painted, cause.photoId) : null
        if (!rest) throw cause
        open = await this.#openFilm(film, rest)
      }
    }
  }

  #put(planes: Planes, frame: number, { width, height, fps }: Storyboard): void {
    const { compositor, canvas, onShown } = this.#options
    const picture = toVideoFrame(compositor, planes, frame, fps)
    // Setting a size empties the canvas: only when there is something to put on it.
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    this.#context.drawImage(picture, 0, 0)
    picture.close()
    this.#last = frame
    onShown(frame)
  }

  /** The photos that both films show in the same way are kept. */
  async #openFilm(of: Storyboard, painted: Storyboard) {
    const { compositor, readPhoto } = this.#options
    await loadFonts(painted)
    const painter = this.#open?.painter
    await painter?.change(painted)
    return (this.#open = {
      of,
      painted,
      painter: painter ?? new FilmPainter(compositor, painted, readPhoto, drawOverlay),
    })
  }

  async #close(): Promise<void> {
    const open = this.#open
    this.#open = null
    await open?.painter.close()
  }
}

function failureOf(cause: unknown): PreviewFailure {
  if (cause instanceof PhotoMissing) return 'photo_missing'
  return cause instanceof UnreadablePhoto ? 'photo_unreadable' : 'broken'
}
