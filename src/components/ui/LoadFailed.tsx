import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { Button } from './Button'
import { ErrorNotice } from './Notice'

/** In place of something that could not be loaded: why, and a button that asks again. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
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
