import type { Storyboard } from '@/domain/storyboard'
import type { Compositor } from '../compositor/Compositor'
import { createGrain, drawGrain, type Grain } from '../compositor/grain'
import { createLeak, drawLeak } from '../compositor/leak'
import type { Planes } from '../compositor/planes'
import { createVignette, drawVignette } from '../compositor/vignette'
import { cameraPicture, lampAt } from './gate'
import { leaksAt } from './timeline'

/** More leaks than this are painted anew when they come again. */
const MOST_LEAKS = 4

/** Light on the stage of a film: what leaks in, the vignette, the lamp and the grain. */
export class StageLight {
  readonly #compositor: Compositor
  readonly #film: Storyboard
  readonly #vignette: Planes | null
  readonly #grain: Grain | null
  readonly #leaks = new Map<number, Planes>()

  constructor(compositor: Compositor, film: Storyboard) {
    this.#compositor = compositor
    this.#film = film
    const { stage, look, height } = film
    this.#vignette =
      look.vignette > 0 ? createVignette(compositor, stage.width, stage.height, look.vignette) : null
    // The lamp is dimmed in the same go as the grain is laid.
    this.#grain = look.grain > 0 || look.flicker > 0 ? createGrain(compositor, look.grain, height) : null
  }

  /**
   * Before the texts.
   * @param spare a stage of the same size, painted over
   */
  paintBelow(stage: Planes, spare: Planes, frame: number): void {
    for (const { seed, amount, progress } of leaksAt(this.#film, frame))
      drawLeak(this.#compositor, stage, spare, this.#leak(seed), { amount, progress })
    if (this.#vignette) drawVignette(this.#compositor, stage, this.#vignette)
  }

  /** After the texts: they are on the same film. */
  paintAbove(stage: Planes, frame: number): void {
    if (!this.#grain) return
    const { look, fps } = this.#film
    drawGrain(this.#compositor, stage.y, this.#grain, lampAt(look, frame, fps), cameraPicture(frame, fps))
  }

  close(): void {
    if (this.#vignette) this.#compositor.free(this.#vignette)
    if (this.#grain) this.#compositor.memory.free(this.#grain.block)
    for (const leak of this.#leaks.values()) this.#compositor.free(leak)
    this.#leaks.clear()
  }

  #leak(seed: number): Planes {
    const known = this.#leaks.get(seed)
    if (known) return known
    for (const [old, leak] of this.#leaks) {
      if (this.#leaks.size < MOST_LEAKS) break
      this.#compositor.free(leak)
      this.#leaks.delete(old)
    }
    const leak = createLeak(this.#compositor, seed)
    this.#leaks.set(seed, leak)
    return leak
  }
}
