import type { Style } from '@/domain/project'

export const MOVES = ['push-in', 'pull-out', 'pan-right', 'pan-left'] as const
export type Move = (typeof MOVES)[number]

/** How a style paces and moves. Seconds are wishes: the asked length always wins. */
export interface StyleDirection {
  /** How long a photo would like to stay, before its caption asks for more. */
  readonly photoSeconds: number
  /** No photo is shown more briefly; photos are left out instead. */
  readonly leastPhotoSeconds: number
  readonly transitionSeconds: number
  /** How much closer a push ends than it begins: 0.1 is a tenth. */
  readonly push: number
  /** How far a pan travels, as a part of the frame's width. */
  readonly pan: number
  /** Used in turn. */
  readonly moves: readonly Move[]
  readonly titleSeconds: number
  readonly fadeInSeconds: number
  readonly fadeOutSeconds: number
}

export const STYLE_DIRECTIONS: Record<Style, StyleDirection> = {
  classic: {
    photoSeconds: 4,
    leastPhotoSeconds: 1.2,
    transitionSeconds: 0.8,
    push: 0.1,
    pan: 0.08,
    moves: ['push-in', 'pan-right', 'pull-out', 'pan-left'],
    titleSeconds: 4,
    fadeInSeconds: 0.8,
    fadeOutSeconds: 1.2,
  },
  modern: {
    photoSeconds: 2.4,
    leastPhotoSeconds: 1.2,
    transitionSeconds: 0.3,
    push: 0.14,
    pan: 0.12,
    moves: ['push-in', 'pan-left', 'push-in', 'pan-right'],
    titleSeconds: 3,
    fadeInSeconds: 0.3,
    fadeOutSeconds: 0.6,
  },
  cinematic: {
    photoSeconds: 5,
    leastPhotoSeconds: 1.2,
    transitionSeconds: 1.2,
    push: 0.08,
    pan: 0.06,
    moves: ['push-in', 'pull-out', 'pan-right', 'push-in', 'pan-left'],
    titleSeconds: 5,
    fadeInSeconds: 1.5,
    fadeOutSeconds: 2,
  },
  vintage: {
    photoSeconds: 3.5,
    leastPhotoSeconds: 1.2,
    transitionSeconds: 0.6,
    push: 0.07,
    pan: 0.06,
    moves: ['pull-out', 'pan-left', 'push-in', 'pan-right'],
    titleSeconds: 4,
    fadeInSeconds: 1,
    fadeOutSeconds: 1.5,
  },
}
