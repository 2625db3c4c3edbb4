import { useIsOnline } from '@/hooks/useIsOnline'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { Button } from './Button'
import { ErrorNotice } from './Notice'

/**
 * In place of something that could not be loaded: why, and a button that asks again. Offline that is no failure, and the
 * page says above that it is: it comes by itself.
 */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isOnline = useIsOnline()
  if (!isOnline) {
    return (
      <output className="block rounded-control bg-sunken px-4 py-3 text-sm text-muted">
        {t('shell.notHereOffline')}
      </output>
    )
  }
  return (
    <ErrorNotice
      action={
        <Button size="small" onClick={onRetry}>
          {t('shell.tryAgain')}
        </Button>
      }
    >
      {`${t('shell.loadFailed')}. ${errorText(error)}`}
    </ErrorNotice>
  )
}
