import type { Entrance } from '@/domain/direction'
import type { Transition } from '@/domain/storyboard'
import type { StyleDirection, TransitionWish } from '../styles/StyleDirection'
import type { Size } from '../framing/view'

/** Where pictures move to, in turn: mostly on, as one reads, and along the longer edge. */
const WIDE_DIRECTIONS = ['left', 'left', 'up', 'right', 'left', 'down'] as const
const TALL_DIRECTIONS = ['up', 'left', 'up', 'down', 'up', 'right'] as const

/** Seconds of a transition that the style does not have of its own. */
const USUAL_SECONDS = 0.8

/** What a person asks for, as long as the style makes it. */
function wishOf(kind: Entrance, { transitions, chapterTransition }: StyleDirection): TransitionWish {
  if (kind === 'cut') return { kind, seconds: 0 }
  const known = [...transitions, chapterTransition].find((wish) => wish.kind === kind)
  return { kind, seconds: known?.seconds || USUAL_SECONDS }
}

/**
 * How each shot comes in. Chapters have a transition of their own; the others take turns. One lies half before and half
 * after the moment where one shot's time ends and the next one's begins, and is never longer than a third of either.
 * @param ends the frame at which each shot's time ends
 * @param opensChapter for each shot
 * @param entrances what a person wants for each shot; null for the style's
 */
export function chooseTransitions(
  direction: StyleDirection,
  ends: readonly number[],
  opensChapter: readonly boolean[],
  stage: Size,
  fps: number,
  entrances: readonly (Entrance | null)[] = [],
): Transition[] {
  const directions = stage.width >= stage.height ? WIDE_DIRECTIONS : TALL_DIRECTIONS
  let turn = 0
  return ends.map((end, index) => {
    const middle = ends[index - 1]
    if (middle === undefined) return { kind: 'cut', direction: 'left', frames: 0 }
    // The others keep their turns, whatever a person does with this one.
    const usual: TransitionWish | undefined = opensChapter[index]
      ? direction.chapterTransition
      : direction.transitions[turn++ % direction.transitions.length]
    const asked = entrances[index]
    const wish = asked ? wishOf(asked, direction) : usual
    const shorter = Math.min(middle - (ends[index - 2] ?? 0), end - middle)
    const frames = Math.min(Math.round((wish?.seconds ?? 0) * fps), Math.floor(shorter / 3))
    return {
      kind: frames === 0 ? 'cut' : (wish?.kind ?? 'cut'),
      // A film strip runs through its gate from top to bottom, so its pictures move up.
      direction: wish?.kind === 'film_edge' ? 'up' : (directions[index % directions.length] ?? 'left'),
      frames,
    }
  })
}
