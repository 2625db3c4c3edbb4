import { useEffect } from 'react'
import { isRouteErrorResponse, useRouteError } from 'react-router-dom'
import { FailureScreen } from '@/components/ui/FailureScreen'
import { t } from '@/lib/i18n'

/** Where a page's code could not be loaded: after a deploy the old tab asks for files that are gone. */
const isMissingChunk = (error: unknown) =>
  error instanceof TypeError && /import|module|dynamically/i.test(error.message)

/** What stands in a page's place when it could not be loaded or its boundary failed too. Only a reload can help. */
export function RouteFailure() {
  const error = useRouteError()
  useEffect(() => {
    console.warn('A route failed', error)
  }, [error])
  const outdated = isMissingChunk(error)
  const what = isRouteErrorResponse(error) ? new Error(`${error.status} ${error.statusText}`) : error
  return (
    <FailureScreen
      error={what}
      title={t(outdated ? 'shell.outdatedTitle' : 'shell.failureTitle')}
      text={t(outdated ? 'shell.outdatedText' : 'shell.failureText')}
      actionLabel={t('shell.reload')}
      onAction={() => location.reload()}
    />
  )
}
