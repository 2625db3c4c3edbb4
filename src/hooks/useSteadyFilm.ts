import { useRef, useState } from 'react'

/** So many new addresses in a row, without a moment of film between them, and the trouble is another. */
const RENEWALS = 2

/**
 * [Note: a film keeps its address] Addresses are signed and expire, and a new one restarts the film. So a player keeps the
 * address it began with, and only when it stumbles gets a fresh one and goes on where it was.
 * @param newest what is known now; anything newer than what plays is for the download
 * @param renew asks for another; undefined when there is none to be had
 */
export function useSteadyFilm<Files extends object>(
  newest: Files | undefined,
  renew: () => Promise<Files | undefined>,
) {
  const [playing, setPlaying] = useState<Files>()
  if (newest && !playing) setPlaying(newest)
  const resume = useRef<{ time: number; playing: boolean } | null>(null)
  const renewals = useRef(0)
  const [failed, setFailed] = useState(false)

  async function start() {
    const files = await renew()
    if (files) setPlaying({ ...files })
    setFailed(!files)
  }
  function stumbled(player: HTMLVideoElement) {
    if (renewals.current >= RENEWALS) return setFailed(true)
    renewals.current++
    resume.current ??= { time: player.currentTime, playing: !player.paused }
    void start()
  }
  function goOn(player: HTMLVideoElement) {
    const point = resume.current
    resume.current = null
    if (!point) return
    player.currentTime = point.time
    // Browsers may refuse to start a film by themselves; the controls are there.
    if (point.playing) player.play().catch(() => undefined)
  }
  return {
    playing,
    failed,
    stumbled,
    goOn,
    /** A moment of film was shown: all is well. */
    played: () => {
      renewals.current = 0
    },
    tryAgain: () => {
      renewals.current = 0
      void start()
    },
  }
}
