import { useCallback, useRef, useState } from 'react'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { useVideoStore } from '@/stores/video.store'
import { readPhotos } from './photoReader'

const SAMPLE_COUNT = 12

export type Painting = { done: number; total: number }

async function paintSamples(onPainting: (painting: Painting) => void): Promise<File[]> {
  const { paintSamplePhotos } = await import('@/media/paintSamplePhotos')
  return paintSamplePhotos((done, total) => onPainting({ done, total }))
}

/** Fill the draft with painted pictures, and with words where there are none yet. The painter is fetched when asked. */
export function useSamplePhotos() {
  const isBusy = useRef(false)
  const [painting, setPainting] = useState<Painting | null>(null)
  const addSamples = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    setPainting({ done: 0, total: SAMPLE_COUNT })
    try {
      const { draft, editDraft } = useVideoStore.getState()
      if (draft.title.trim() === '') editDraft({ title: t('draft.sampleTitle') })
      if (draft.description.trim() === '') editDraft({ description: t('draft.sampleDescription') })
      await readPhotos(paintSamples(setPainting))
    } catch {
      notify.error(t('draft.samplesFailed'))
    } finally {
      isBusy.current = false
      setPainting(null)
    }
  }, [])
  return { addSamples, painting }
}
