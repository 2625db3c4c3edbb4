import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { t } from '@/lib/i18n'

const subscribe = (changed: () => void) => onlineManager.subscribe(changed)

export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => onlineManager.isOnline())
  return (
    <output className="block">
      {!online && (
        <span className="block bg-accent-soft px-5 py-2 text-center text-sm">{t('shell.offline')}</span>
      )}
    </output>
  )
}
