/** What plays: see `Playback`. */
export type Player = {
  toggle: () => void
  pause: () => void
  step: (frames: number) => void
  /** Faster each time in the same direction. */
  shuttle: (direction: 1 | -1) => void
}

/** The keys of a timeline, and whatever plays at the moment. */
export type Transport = {
  /** @returns ends it */
  attach: (player: Player) => () => void
  /** Who can bring a player on screen when one is asked for. @returns ends it */
  onAsk: (open: () => void) => () => void
  toggle: () => void
  pause: () => void
  /** @returns false when nobody is there to do it */
  step: (frames: number) => boolean
  shuttle: (direction: 1 | -1) => void
}

/**
 * Ties the timeline to the preview: pressing Space at one plays the other. Without a preview one is opened, which plays by
 * itself.
 */
export function createTransport(): Transport {
  let player: Player | null = null
  let open: (() => void) | null = null
  const withPlayer = (act: (player: Player) => void) => (player ? act(player) : open?.())
  return {
    attach: (next) => {
      player = next
      return () => {
        if (player === next) player = null
      }
    },
    onAsk: (next) => {
      open = next
      return () => {
        if (open === next) open = null
      }
    },
    toggle: () => withPlayer((one) => one.toggle()),
    pause: () => player?.pause(),
    step: (frames) => {
      player?.step(frames)
      return player !== null
    },
    shuttle: (direction) => withPlayer((one) => one.shuttle(direction)),
  }
}
