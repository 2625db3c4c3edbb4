import { openPreview, type Preview, type PreviewFailure } from '@/render/preview/openPreview'
import { Playback, type PlaybackState, type PreviewFilm } from './Playback'
import type { FilmPosition } from './position'

/** The preview's longer side in pixels: what two cores paint thirty times a second, and a phone's screen shows. */
export const PREVIEW_EDGE = 960

export interface PreviewState extends PlaybackState {
  /** The first frame has not come yet. */
  readonly isOpening: boolean
  readonly failure: PreviewFailure | null
}

/** A film before it is made: painted by the engine at a position, played with its music. */
export class PreviewDesk {
  readonly playback: Playback
  readonly #position: FilmPosition
  readonly #changed: (state: PreviewState) => void
  #film: PreviewFilm
  #preview: Preview | null = null
  #state: PreviewState

  constructor(film: PreviewFilm, position: FilmPosition, changed: (state: PreviewState) => void) {
    this.#film = film
    this.#position = position
    this.#changed = changed
    this.playback = new Playback(
      position,
      () => this.#film,
      (state) => this.#tell(state),
    )
    this.#state = { ...this.playback.state, isOpening: true, failure: null }
  }

  get state(): PreviewState {
    return this.#state
  }

  /** The same film changed, or another: shown at the same moment. Music that plays goes on as it was. */
  setFilm(film: PreviewFilm): void {
    const isOther = this.#film.storyboard !== film.storyboard
    this.#film = film
    if (isOther) this.#load()
  }

  /** Fills an element with the picture. @returns ends it */
  mount(element: HTMLElement): () => void {
    // [Note: a canvas for each preview] A canvas is given to a worker once and for good, so each preview brings its own.
    const canvas = document.createElement('canvas')
    canvas.className = 'block size-full object-contain'
    element.append(canvas)
    const preview = openPreview({
      canvas,
      readPhoto: (photoId) => this.#film.readPhoto(photoId),
      onShown: () => {
        const isFirst = this.#state.isOpening
        if (isFirst || this.#state.failure) this.#tell({ isOpening: false, failure: null })
        // Whoever opens a preview wants to see it move; and a film begins in black.
        if (isFirst) void this.playback.play()
      },
      onFailed: (failure) => {
        this.playback.pause()
        this.#tell({ failure })
      },
    })
    this.#preview = preview
    this.#load()
    this.show()
    const unsubscribe = this.#position.subscribe(() => this.show())
    // Music from a page that nobody sees would surprise.
    const hidden = () => {
      if (document.visibilityState === 'hidden') this.playback.pause()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      unsubscribe()
      this.playback.pause()
      this.#preview = null
      preview.close()
      canvas.remove()
    }
  }

  /** Shows the frame at the position, also again after a failure. */
  show(): void {
    const { fps, frameCount } = this.#film.storyboard
    // A moment that is a whole number of frames is that frame, whatever its last bits say.
    const frame = Math.floor(this.#position.get() * fps + 1e-6)
    this.#preview?.show(Math.max(0, Math.min(frameCount - 1, frame)))
  }

  #load(): void {
    const { storyboard } = this.#film
    const { width, height } = storyboard
    this.#preview?.setFilm(storyboard, width * Math.min(1, PREVIEW_EDGE / Math.max(width, height)))
  }

  #tell(part: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...part }
    this.#changed(this.#state)
  }
}
