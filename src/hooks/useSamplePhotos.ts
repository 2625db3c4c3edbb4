import { useCallback, useRef, useState } from 'react'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { useVideoStore } from '@/stores/video.store'
import { readPhotos } from './photoReader'

/** Fill the draft with painted pictures, and with words where there are none yet. The painter is fetched when asked. */
export function useSamplePhotos() {
  const isBusy = useRef(false)
  const [isPainting, setIsPainting] = useState(false)
  const addSamples = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    setIsPainting(true)
    try {
      const { ownerId, draft, editDraft } = useVideoStore.getState()
      if (draft.title.trim() === '') editDraft({ title: t('draft.sampleTitle') })
      if (draft.description.trim() === '') editDraft({ description: t('draft.sampleDescription') })
      const { paintSamplePhotos } = await import('@/media/paintSamplePhotos')
      const photos = await paintSamplePhotos()
      if (useVideoStore.getState().ownerId === ownerId) await readPhotos(photos)
    } catch {
      notify.error(t('draft.samplesFailed'))
    } finally {
      isBusy.current = false
      setIsPainting(false)
    }
  }, [])
  return { addSamples, isPainting }
}
