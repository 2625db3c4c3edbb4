import { useEffect, useRef, useState } from 'react'
import type { Music } from '@/domain/music'
import { useLatest } from '@/hooks/useLatest'
import { addWork } from '@/lib/atWork'
import { DataError, DraftError } from '@/lib/errors'

type UploadState = { isBusy: boolean; refused: string | null }
const IDLE: UploadState = { isBusy: false, refused: null }

/**
 * Brings a file of music into the library: listened to, then sent unless it is there already. `refused` is the code of why the
 * file chosen last could not be taken. Leaving the page gives up what is under way.
 * @param arrived is told what the project can play now
 */
export function useTrackUpload(arrived: (music: Music) => void) {
  const [state, setState] = useState(IDLE)
  const latest = useLatest(arrived)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  async function send(file: File) {
    running.current?.abort()
    const { signal } = (running.current = new AbortController())
    setState({ isBusy: true, refused: null })
    const removeWork = addWork(() => true)
    try {
      // Fetched when it is needed: few projects have a track of their own.
      const [{ hearFile }, { uploadTrack }] = await Promise.all([
        import('@/hooks/trackReader'),
        import('@/generation/uploadTrack'),
      ])
      const heard = await hearFile(file)
      signal.throwIfAborted()
      const track = { id: crypto.randomUUID(), ...heard }
      const music = { kind: 'track', trackId: track.id } as const
      const wish = await uploadTrack({ music, track }, () => Promise.resolve(file), {
        signal,
        onProgress: () => undefined,
      })
      signal.throwIfAborted()
      setState(IDLE)
      latest.current(wish)
    } catch (error) {
      if (!signal.aborted) setState({ isBusy: false, refused: codeOf(error) })
    } finally {
      removeWork()
    }
  }
  return { ...state, send }
}

const codeOf = (error: unknown): string =>
  error instanceof DraftError || error instanceof DataError ? error.code : 'not_heard'
