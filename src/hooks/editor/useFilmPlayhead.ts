import { useCallback, type RefCallback } from 'react'
import { useProjectEditor } from './useProjectEditor'

/** A film this much longer or shorter than the project was made of something else. Seconds. */
const SAME_LENGTH_WITHIN = 1
/** Closer than this a player is where the playhead is: it moves by itself while it plays. */
const SAME_MOMENT_WITHIN = 0.3

/**
 * Ties the player to the playhead: a film that plays takes it along, and moving it shows that moment of the film. Only
 * while film and project are equally long; else the same second is not the same photo.
 * @returns goes on the `<video>` as its ref
 */
export function useFilmPlayhead(durationSeconds: number): RefCallback<HTMLVideoElement> {
  const { store } = useProjectEditor()
  return useCallback(
    (player) => {
      if (!player) return undefined
      const isThisFilm = () => Math.abs(player.duration - durationSeconds) <= SAME_LENGTH_WITHIN
      const played = () => {
        if (!player.paused && isThisFilm()) store.getState().movePlayhead(player.currentTime, durationSeconds)
      }
      player.addEventListener('timeupdate', played)
      const unsubscribe = store.subscribe(({ timeline: { positionSeconds } }, { timeline: before }) => {
        if (positionSeconds === before.positionSeconds || !isThisFilm()) return
        const isThere = Math.abs(player.currentTime - positionSeconds) < SAME_MOMENT_WITHIN
        // A moment before its end a film still shows its last picture.
        if (!isThere) player.currentTime = Math.min(positionSeconds, player.duration - 0.05)
      })
      return () => {
        player.removeEventListener('timeupdate', played)
        unsubscribe()
      }
    },
    [store, durationSeconds],
  )
}
