import { useCallback } from 'react'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { saveStatus, useProjectEditor } from './useProjectEditor'

/** What must have happened before a film is asked for: everything on screen is saved. False: not now, and why was said. */
export function useSaveFirst(): () => Promise<boolean> {
  const { flush, store } = useProjectEditor()
  return useCallback(async () => {
    await flush()
    if (saveStatus(store.getState()) !== 'failed') return true
    notify.warning(t('editor.saveFirst'), { id: 'save-first' })
    return false
  }, [flush, store])
}
