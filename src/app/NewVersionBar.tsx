import { useEffect } from 'react'
import { Button } from '@/components/ui/Button'
import { useNewVersion } from '@/hooks/useNewVersion'
import { startAppWorker } from '@/lib/appWorker'
import { t } from '@/lib/i18n'
import { log } from '@/lib/log'

let started = false

/** The service worker knows the files of a build; while developing there are none. */
function useAppWorker() {
  useEffect(() => {
    if (started || !import.meta.env.PROD) return
    started = true
    startAppWorker().catch((error: unknown) => log.info('The app is not kept on this device', error))
  }, [])
}

/** Keeps the app on the device, and says when there is a newer version of it: a calm line, and never while a film is made. */
export function NewVersionBar() {
  useAppWorker()
  const { version, take } = useNewVersion()
  return (
    <output className="block">
      {version === 'ready' && (
        <span className="flex flex-wrap items-center justify-center gap-x-4 gap-y-1 bg-sunken px-5 py-1.5 text-sm">
          {t('shell.newVersion')}
          <Button variant="quiet" size="small" onClick={() => void take()}>
            {t('shell.newVersionTake')}
          </Button>
        </span>
      )}
      {version === 'busy' && (
        <span className="block bg-sunken px-5 py-2.5 text-center text-sm">{t('shell.newVersionBusy')}</span>
      )}
    </output>
  )
}
