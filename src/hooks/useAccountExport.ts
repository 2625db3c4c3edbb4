import { useEffect } from 'react'
import { log } from '@/lib/log'
import { useAccountExportStore, type AccountExport } from '@/stores/accountExport.store'
import { hasKeptExport } from './forgetExport'

/** How the export stands, from whatever page it was begun. */
export function useAccountExport(userId: string): AccountExport {
  useEffect(() => {
    const state = useAccountExportStore.getState
    if (state().current.phase !== 'idle') return
    hasKeptExport(userId)
      .then((kept) => state().current.phase === 'idle' && state().moved({ phase: 'idle', kept }))
      .catch((error: unknown) => log.info('Whether there is an earlier export is not known', error))
  }, [userId])
  return useAccountExportStore(({ current }) => current)
}
