import { useIsMutating } from '@tanstack/react-query'
import { useIsOnline } from '@/hooks/useIsOnline'
import { useNow } from '@/hooks/useNow'
import { useShownAge } from '@/hooks/useShownAge'
import { formatAgo } from '@/lib/format'
import { t } from '@/lib/i18n'

/** Says that the API cannot be reached, how old what is shown is, and what waits to be sent. */
export function OfflineBanner({ userId }: { userId: string }) {
  const online = useIsOnline()
  return (
    <output className="block">
      {!online && (
        <span className="block bg-accent-soft px-5 py-2 text-center text-sm">
          <OfflineWords userId={userId} />
        </span>
      )}
    </output>
  )
}

function OfflineWords({ userId }: { userId: string }) {
  const updatedAt = useShownAge(userId)
  const now = useNow(30_000)
  const waiting = useIsMutating({
    mutationKey: [userId, 'mutation'],
    predicate: ({ state }) => state.isPaused,
  })
  const words = [
    t('shell.offline'),
    updatedAt !== null && t('shell.lastUpdated', { ago: formatAgo(new Date(updatedAt).toISOString(), now) }),
    waiting > 0 && t('shell.waiting', { count: waiting }),
  ]
  return words.filter(Boolean).join(' ')
}
