/** How a shot can come in over the one before it. */
export const TRANSITION_KINDS = [
  'cut',
  /** Blends. */
  'dissolve',
  /** The new picture moves in over the old one. */
  'slide',
  /** Both move: the new picture pushes the old one out. */
  'push',
  /** The old picture comes closer and dissolves into the new one. */
  'zoom',
  /** A soft edge runs across. */
  'wipe',
  /** Down to black and up again. */
  'black',
  /** The film strip jumps to its next picture, frame line and all. */
  'film_edge',
  /** A dissolve under a flash of leaking light. */
  'leak',
] as const
