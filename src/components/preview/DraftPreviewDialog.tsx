import { useState } from 'react'
import { ModalDialog, type ModalProps } from '@/components/ui/ModalDialog'
import { ownPosition } from '@/hooks/preview/position'
import { useDraftPreview } from '@/hooks/preview/useDraftPreview'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { useVideoStore } from '@/stores/video.store'
import { PreviewPlayer } from './PreviewPlayer'

/** The draft's film before it is made and before anything leaves the device. */
export function DraftPreviewDialog(_props: ModalProps<'draftPreview'>) {
  const title = useVideoStore(({ draft }) => draft.title.trim()) || t('preview.label')
  const film = useDraftPreview(useUserId())
  const [position] = useState(ownPosition)
  return (
    <ModalDialog name="draftPreview" size="large" title={title}>
      <div className="mt-5">
        {film ? (
          <PreviewPlayer film={film} title={title} position={position} />
        ) : (
          <p className="text-muted">{t('preview.nothingToShow')}</p>
        )}
      </div>
    </ModalDialog>
  )
}
