import { useCallback, useRef, useState } from 'react'
import { DraftError } from '@/lib/errors'
import { useVideoStore } from '@/stores/video.store'
import { readTrack } from './trackReader'

/** The draft's own track, and the way to choose one. `refused`: why the file chosen last is not it. */
export function useOwnTrack() {
  const track = useVideoStore(({ draft }) => draft.track)
  const isMissing = useVideoStore(
    ({ files }) => track !== null && (files[track.id]?.kind ?? 'missing') === 'missing',
  )
  const [state, setState] = useState<{ isReading: boolean; refused: string | null }>(IDLE)
  const latest = useRef(0)
  const choose = useCallback(async (file: File) => {
    const turn = ++latest.current
    const settle = (refused: string | null) => {
      if (turn === latest.current) setState({ isReading: false, refused })
    }
    setState({ isReading: true, refused: null })
    try {
      await readTrack(file)
      settle(null)
    } catch (error) {
      settle(error instanceof DraftError ? error.code : 'not_heard')
    }
  }, [])
  return { track, isMissing, ...state, choose }
}

const IDLE = { isReading: false, refused: null }
