import type { Score } from '@/domain/score'
import type { Storyboard } from '@/domain/storyboard'
import type { PreviewSound } from '@/render/preview/PreviewSound'
import type { FilmPosition } from './position'

/** A film as it can be looked at before it is made. */
export interface PreviewFilm {
  readonly storyboard: Storyboard
  readonly score: Score | null
  readonly readPhoto: (photoId: string) => Promise<Blob>
  readonly readTrack: (() => Promise<Blob>) | null
}

export interface PlaybackState {
  readonly phase: 'paused' | 'starting' | 'playing'
  /** The music could not be played; the pictures go on without it. */
  readonly soundFailed: boolean
  readonly isMuted: boolean
  /** 1 is as it will be; more is faster, less than 0 backwards. Only at 1 it is heard. */
  readonly rate: number
}

const RESUME_MILLISECONDS = 150
const FASTEST = 8

/**
 * Moves a film's position as time passes, by the clock of its sound where it has one. Where somebody else moves the
 * position while the film plays, it goes on from there.
 */
export class Playback {
  readonly #position: FilmPosition
  readonly #film: () => PreviewFilm
  readonly #changed: (state: PlaybackState) => void
  #state: PlaybackState = { phase: 'paused', soundFailed: false, isMuted: false, rate: 1 }
  #sound: PreviewSound | null = null
  /** Counts the starts: what belongs to an earlier one is over. */
  #turn = 0
  /** Lets go of a sound that was asked for and is no longer wanted. */
  #starting = new AbortController()
  #resuming: ReturnType<typeof setTimeout> | undefined

  constructor(position: FilmPosition, film: () => PreviewFilm, changed: (state: PlaybackState) => void) {
    this.#position = position
    this.#film = film
    this.#changed = changed
  }

  get state(): PlaybackState {
    return this.#state
  }

  toggle(): void {
    if (this.#state.phase === 'paused') void this.play()
    else this.pause()
  }

  async play(): Promise<void> {
    const turn = ++this.#turn
    this.#starting.abort()
    this.#starting = new AbortController()
    const { signal } = this.#starting
    const { storyboard, score, readTrack } = this.#film()
    const length = storyboard.frameCount / storyboard.fps
    // Pressed at the end it begins again.
    if (this.#isAtEnd()) this.#position.set(0)
    const fromSeconds = this.#position.get()
    this.#tell({ phase: 'starting', soundFailed: false, rate: 1 })
    const sound = await playSound(
      { storyboard, score, readTrack, fromSeconds, signal },
      this.#state.isMuted,
    ).catch(() => 'failed' as const)
    if (turn !== this.#turn) {
      if (sound && sound !== 'failed') sound.stop()
      return
    }
    this.#sound = sound === 'failed' ? null : sound
    // Pressed while it was on its way.
    this.#sound?.setMuted(this.#state.isMuted)
    this.#tell({ phase: 'playing', soundFailed: sound === 'failed' })
    const startedAt = performance.now() - fromSeconds * 1000
    let wasAt = fromSeconds
    const tick = () => {
      if (turn !== this.#turn) return
      const isAt = this.#position.get()
      if (isAt !== wasAt) return this.seek(isAt)
      const seconds = this.#sound?.seconds ?? (performance.now() - startedAt) / 1000
      this.#position.set(Math.max(fromSeconds, Math.min(length, seconds)))
      // Read back: whoever owns the position may round it.
      wasAt = this.#position.get()
      if (seconds >= length) this.pause()
      else requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  }

  pause(): void {
    this.#turn++
    clearTimeout(this.#resuming)
    this.#starting.abort()
    this.#sound?.stop()
    this.#sound = null
    if (this.#state.phase !== 'paused') this.#tell({ phase: 'paused', rate: 1 })
  }

  /** Plays on (1) or backwards (-1), twice as fast each time it is asked for again, without sound but at its own pace. */
  shuttle(direction: 1 | -1): void {
    const { phase, rate } = this.#state
    const isOn = phase !== 'paused' && Math.sign(rate) === direction
    const next = isOn ? Math.sign(rate) * Math.min(FASTEST, Math.abs(rate) * 2) : direction
    if (next === 1) void this.play()
    else this.#run(next)
  }

  #run(rate: number): void {
    this.pause()
    const turn = this.#turn
    const { frameCount, fps } = this.#film().storyboard
    const last = (frameCount - 1) / fps
    this.#tell({ phase: 'playing', rate, soundFailed: false })
    let now = performance.now()
    const tick = () => {
      if (turn !== this.#turn) return
      const before = now
      now = performance.now()
      const next = Math.min(this.#position.get(), last) + (rate * (now - before)) / 1000
      this.#position.set(Math.max(0, Math.min(last, next)))
      if (next <= 0 || next >= last) this.pause()
      else requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  }

  /** Pauses and moves by whole frames. */
  step(frames: number): void {
    this.pause()
    const { fps, frameCount } = this.#film().storyboard
    const frame = Math.round(this.#position.get() * fps) + frames
    this.#position.set(Math.max(0, Math.min(frameCount - 1, frame)) / fps)
  }

  /** Goes to a moment, and goes on playing from there if it played and that is not its end. */
  seek(seconds: number): void {
    const wasPlaying = this.#state.phase !== 'paused'
    this.pause()
    this.#position.set(seconds)
    if (!wasPlaying) return
    // A hand that drags asks many times; the music is begun where it rests.
    this.#tell({ phase: 'starting' })
    this.#resuming = setTimeout(() => {
      if (this.#isAtEnd()) this.pause()
      else void this.play()
    }, RESUME_MILLISECONDS)
  }

  setMuted(isMuted: boolean): void {
    this.#sound?.setMuted(isMuted)
    this.#tell({ isMuted })
  }

  /** At its last frame, or past it: the position may be of a longer film. */
  #isAtEnd(): boolean {
    const { frameCount, fps } = this.#film().storyboard
    return this.#position.get() >= (frameCount - 1.5) / fps
  }

  #tell(part: Partial<PlaybackState>): void {
    this.#state = { ...this.#state, ...part }
    this.#changed(this.#state)
  }
}

/** The sound room is large and comes when somebody presses Play. */
async function playSound(...call: Parameters<typeof PreviewSound.play>): Promise<PreviewSound | null> {
  if (call[0].storyboard.soundtrack.kind === 'none') return null
  const { PreviewSound: Sound } = await import('@/render/preview/PreviewSound')
  return Sound.play(...call)
}
