import type { Leak, Shot } from '@/domain/storyboard'
import type { StyleDirection } from '../styles/StyleDirection'

/** A leak comes up to this part of its interval earlier or later than its turn. */
const UNREST = 0.35

/** Light that leaks in now and then, never where a transition already flashes; the same for the same shots. */
export function makeLeaks(
  shots: readonly Shot[],
  { leaks }: StyleDirection,
  frameCount: number,
  fps: number,
): Leak[] {
  if (!leaks) return []
  const length = Math.max(1, Math.round(leaks.seconds * fps))
  const every = leaks.everySeconds * fps
  const flashes = shots.filter(({ transition }) => transition.kind === 'leak')
  const found: Leak[] = []
  for (let turn = 1; turn * every - every / 2 + length < frameCount; turn++) {
    const seed = scramble(turn)
    const shift = (seed / 2 ** 31 - 0.5) * 2 * UNREST
    const startFrame = Math.round((turn - 0.5 + shift) * every)
    const endFrame = startFrame + length
    const isTaken = flashes.some(
      (shot) => shot.startFrame < endFrame && shot.startFrame + shot.transition.frames > startFrame,
    )
    if (isTaken || startFrame < 0 || endFrame > frameCount) continue
    found.push({ startFrame, endFrame, strength: leaks.strength, seed })
  }
  return found
}

/** An integer hash (Murmur3's finaliser), 31 bits. */
function scramble(value: number): number {
  let mixed = Math.imul(value ^ 0x9e3779b9, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 1) & 0x7fffffff
}
