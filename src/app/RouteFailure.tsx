import { useEffect, useState } from 'react'
import { isRouteErrorResponse, useRouteError } from 'react-router-dom'
import { FailureScreen } from '@/components/ui/FailureScreen'
import { useLanguage } from '@/hooks/useLanguage'
import { t } from '@/lib/i18n'
import { log } from '@/lib/log'
import { isOutdated, reloadToNewest } from '@/lib/newVersion'

/** A page's code could not be loaded: the connection, or a deploy after which the old tab asks for files that are gone. */
const isMissingChunk = (error: unknown) =>
  error instanceof TypeError && /import|module|dynamically/i.test(error.message)

/**
 * What stands in a page's place when it could not be loaded or its boundary failed too. Only a reload can help; where one is
 * harmless it comes by itself, see [Note: a deploy under an open tab].
 */
export function RouteFailure() {
  const error = useRouteError()
  useLanguage()
  const isMissing = isMissingChunk(error)
  const [isOld, setIsOld] = useState(false)
  useEffect(() => {
    log.warn('A route failed', error)
  }, [error])
  useEffect(() => {
    if (isMissing) void isOutdated().then(setIsOld)
  }, [isMissing])
  const what = isRouteErrorResponse(error) ? new Error(`${error.status} ${error.statusText}`) : error
  const kind = isOld ? 'outdated' : isMissing ? 'unloaded' : 'failure'
  return (
    <FailureScreen
      error={what}
      title={t(`shell.${kind}Title`)}
      text={t(`shell.${kind}Text`)}
      actionLabel={t('shell.reload')}
      onAction={() => (isOld ? void reloadToNewest() : location.reload())}
    />
  )
}
