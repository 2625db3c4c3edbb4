import { useEffect, useState } from 'react'
import type { FeedStatus } from '@/data/changes'
import { useIsOnline } from '@/hooks/useIsOnline'
import { useConnectionStatus } from '@/hooks/useRealtimeSync'
import { t } from '@/lib/i18n'

/** Shorter interruptions are not worth a word: the socket is back before anybody has missed anything. */
export const PATIENCE_MS = 3_000

type Shown = 'live' | 'reconnecting' | 'offline'

const LOOKS: Record<Shown, string> = {
  live: 'bg-success',
  reconnecting: 'bg-accent animate-pulse',
  offline: 'bg-line-strong',
}

/**
 * Whether what happens elsewhere arrives by itself: a green dot, or the word for it when it does not. Nothing until it is known,
 * and nothing for interruptions that are over at once.
 */
export function ConnectionStatus({ hasWords }: { hasWords: boolean }) {
  return <ConnectionSign status={useConnectionStatus()} hasWords={hasWords} />
}

/** The sign itself. */
export function ConnectionSign({ status, hasWords }: { status: FeedStatus; hasWords: boolean }) {
  const isOnline = useIsOnline()
  const isLive = useIsLive(status === 'live')
  const shown: Shown | null = !isOnline
    ? 'offline'
    : isLive === null
      ? null
      : isLive
        ? 'live'
        : 'reconnecting'
  const word = shown && t(`shell.connection_${shown}`)
  return (
    <output title={word ?? undefined} className="flex min-h-9 items-center gap-3 px-4 text-sm text-muted">
      {shown && (
        <>
          <span aria-hidden className="grid size-5 shrink-0 place-items-center">
            <span className={`size-2 rounded-full ${LOOKS[shown]}`} />
          </span>
          <span className={hasWords ? 'truncate' : 'sr-only'}>{word}</span>
        </>
      )}
    </output>
  )
}

/** True at once, false only when it has lasted; null until either is known. */
function useIsLive(now: boolean): boolean | null {
  const [settled, setSettled] = useState<boolean | null>(now || null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), now ? 0 : PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [now])
  return now || settled
}
