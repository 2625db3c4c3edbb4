import MonitorDown from 'lucide-react/icons/monitor-down'
import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/Button'
import { Panel } from '@/components/ui/Panel'
import { t } from '@/lib/i18n'
import { canInstall, install, isInstalled, isIos, onInstallation } from '@/lib/installation'
import { tellError } from '@/lib/tellError'

/** The app on this device: where the browser offers it, or how it is done where it does not. Nothing where it is done. */
export function InstallPanel() {
  const isOffered = useSyncExternalStore(onInstallation, canInstall)
  if (isInstalled() || (!isOffered && !isIos())) return null
  return (
    <Panel title={t('account.install')} lead={t('account.installLead')}>
      {isOffered ? (
        <Button onClick={() => void install().catch(tellError)}>
          <MonitorDown aria-hidden className="size-4.5" strokeWidth={1.75} />
          {t('account.installButton')}
        </Button>
      ) : (
        <p className="text-body">{t('account.installIos')}</p>
      )}
    </Panel>
  )
}
