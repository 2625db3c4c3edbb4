import { useCallback, useRef, useState } from 'react'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { useVideoStore } from '@/stores/video.store'
import { readPhotos } from './photoReader'

const SAMPLE_COUNT = 12

export type Painting = { done: number; total: number }

/** Fill the draft with painted pictures, and with words where there are none yet. The painter is fetched when asked. */
export function useSamplePhotos() {
  const isBusy = useRef(false)
  const [painting, setPainting] = useState<Painting | null>(null)
  const addSamples = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    setPainting({ done: 0, total: SAMPLE_COUNT })
    try {
      const { ownerId, draft, editDraft } = useVideoStore.getState()
      if (draft.title.trim() === '') editDraft({ title: t('draft.sampleTitle') })
      if (draft.description.trim() === '') editDraft({ description: t('draft.sampleDescription') })
      const { paintSamplePhotos } = await import('@/media/paintSamplePhotos')
      const photos = await paintSamplePhotos((done, total) => setPainting({ done, total }))
      if (useVideoStore.getState().ownerId === ownerId) await readPhotos(photos)
    } catch {
      notify.error(t('draft.samplesFailed'))
    } finally {
      isBusy.current = false
      setPainting(null)
    }
  }, [])
  return { addSamples, painting }
}
