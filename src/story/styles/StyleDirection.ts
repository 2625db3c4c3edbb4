import type { Mood } from '@/domain/music'
import type { Lettering, Look, Transition } from '@/domain/storyboard'

/** How a framing travels: closer, back, or along the photo; the picture's part that is seen moves that way. */
export const MOVES = ['push-in', 'pull-out', 'pan-right', 'pan-left', 'tilt-up', 'tilt-down'] as const
export type Move = (typeof MOVES)[number]

export interface TransitionWish {
  readonly kind: Transition['kind']
  /** Shortened where shots are short. 0 for a cut. */
  readonly seconds: number
}

/** What a style is, as data: pace, moves, transitions, look and type. Seconds are wishes: the asked length always wins. */
export interface StyleDirection {
  /** How long a photo would like to stay, before its caption asks for more. */
  readonly photoSeconds: number
  /**
   * Photos are left out rather than shown more briefly: unless three quarters of it let every photo be shown, or a cut fall
   * on its beat, or a person keeps more than that. See: `EVERYBODY` in timing/pace.ts.
   */
  readonly leastPhotoSeconds: number
  /** What cuts are pulled to when there is music. */
  readonly cutsOn: 'beat' | 'bar'
  /** Used in turn. */
  readonly moves: readonly Move[]
  /** How much closer a push ends than it begins: 0.1 is a tenth; `facePush` where it ends on faces. */
  readonly push: number
  readonly facePush: number
  /** How far a pan or tilt travels, as a part of the area's width or height. */
  readonly pan: number
  /** Filling the frame may hide up to this part of a photo; one that would lose more is shown whole. */
  readonly mostHidden: number
  /** How many photos of the other orientation may stand side by side, and the bar between them, in parts of the stage's width. */
  readonly mostPanels: 1 | 2 | 3
  readonly panelGap: number
  /** Between photos of a chapter, used in turn. */
  readonly transitions: readonly TransitionWish[]
  /** Into a new chapter. */
  readonly chapterTransition: TransitionWish
  readonly titleStartSeconds: number
  readonly titleSeconds: number
  readonly chapterSeconds: number
  /** Text takes this long to come and to go. */
  readonly textFadeSeconds: number
  /** The first picture comes from black, the last one goes there. */
  readonly fadeInSeconds: number
  readonly fadeOutSeconds: number
  /** The part of the frame's width and height that shows pictures; the rest is black bars, the same on both sides. */
  readonly stage: { readonly width: number; readonly height: number }
  readonly look: Look
  readonly lettering: Lettering
  /** What its music can feel like; `auto` takes the first. */
  readonly moods: readonly [Mood, ...Mood[]]
  /** Light that leaks in on its own, about every so many seconds; null for none. */
  readonly leaks: {
    readonly everySeconds: number
    readonly seconds: number
    readonly strength: number
  } | null
}
