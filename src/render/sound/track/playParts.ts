import { SOUND_SAMPLE_RATE, type StereoChunk } from '../StereoChunk'
import type { DecodedTrack } from './decodeTrack'

export interface TrackPart {
  readonly fromSeconds: number
  readonly toSeconds: number
}
const STRETCH = 10 * SOUND_SAMPLE_RATE

/**
 * Plays parts of a track after each other, from a sample of the film to another. Where parts meet, the old one fades
 * into the new one just before the joint, so that the new part's first beat is heard whole.
 */
export async function* playParts(
  track: DecodedTrack,
  parts: readonly TrackPart[],
  from: number,
  end: number,
  crossfadeSeconds: number,
): AsyncGenerator<StereoChunk, void, undefined> {
  const output = new Stretches()
  const fade = Math.round(crossfadeSeconds * SOUND_SAMPLE_RATE)
  let seconds = 0
  let ending: StereoChunk | null = null
  for (const [index, part] of parts.entries()) {
    const begin = Math.max(from, Math.round(seconds * SOUND_SAMPLE_RATE))
    const skipped = begin / SOUND_SAMPLE_RATE - seconds
    seconds += part.toSeconds - part.fromSeconds
    const isLast = index === parts.length - 1
    const stop = isLast ? end : Math.min(end, Math.round(seconds * SOUND_SAMPLE_RATE))
    if (stop <= begin) continue
    // The joint's fade lies before `begin`: the samples held back of the part before.
    const early: number = ending?.left.length ?? 0
    const held = isLast || stop === end ? 0 : Math.min(fade, stop - begin)
    const length = stop - begin + early
    let at = 0
    const kept = makeChunk(held)
    for await (const chunk of track.read(part.fromSeconds + skipped - early / SOUND_SAMPLE_RATE, length)) {
      if (ending && at < early) crossfade(chunk, ending, at, early)
      keepLast(chunk, kept, at, length - held)
      const ready = Math.max(0, Math.min(chunk.left.length, length - held - at))
      yield* output.add({ left: chunk.left.subarray(0, ready), right: chunk.right.subarray(0, ready) })
      at += chunk.left.length
    }
    ending = held > 0 ? kept : null
  }
  yield* output.rest()
}

const makeChunk = (length: number): StereoChunk => ({
  left: new Float32Array(length),
  right: new Float32Array(length),
})

/** Equal power: the two are different music. */
function crossfade(chunk: StereoChunk, ending: StereoChunk, at: number, length: number): void {
  for (let index = 0; index < chunk.left.length && at + index < length; index++) {
    const angle = (Math.PI / 2) * ((at + index + 0.5) / length)
    const up = Math.sin(angle)
    const down = Math.cos(angle)
    chunk.left[index] = (chunk.left[index] ?? 0) * up + (ending.left[at + index] ?? 0) * down
    chunk.right[index] = (chunk.right[index] ?? 0) * up + (ending.right[at + index] ?? 0) * down
  }
}

/** Copies what lies beyond `from` (counted like `at`) into what is kept for the next joint. */
function keepLast(chunk: StereoChunk, kept: StereoChunk, at: number, from: number): void {
  for (let index = Math.max(0, from - at); index < chunk.left.length; index++) {
    const place = at + index - from
    kept.left[place] = chunk.left[index] ?? 0
    kept.right[place] = chunk.right[index] ?? 0
  }
}

/** Gathers small pieces to ones of ten seconds. */
class Stretches {
  #chunk = makeChunk(STRETCH)
  #filled = 0

  /** @returns the stretches that are full now */
  add({ left, right }: { left: Float32Array; right: Float32Array }): StereoChunk[] {
    const full: StereoChunk[] = []
    for (let at = 0; at < left.length;) {
      const length = Math.min(left.length - at, STRETCH - this.#filled)
      this.#chunk.left.set(left.subarray(at, at + length), this.#filled)
      this.#chunk.right.set(right.subarray(at, at + length), this.#filled)
      this.#filled += length
      at += length
      if (this.#filled < STRETCH) continue
      full.push(this.#chunk)
      this.#chunk = makeChunk(STRETCH)
      this.#filled = 0
    }
    return full
  }

  rest(): StereoChunk[] {
    if (this.#filled === 0) return []
    const left = this.#chunk.left.slice(0, this.#filled)
    return [{ left, right: this.#chunk.right.slice(0, this.#filled) }]
  }
}
