import Clapperboard from 'lucide-react/icons/clapperboard'
import Eye from 'lucide-react/icons/eye'
import { useRef } from 'react'
import { Button } from '@/components/ui/Button'
import { useCommands } from '@/hooks/useCommands'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'
import { useIsLocked, useVideoStore } from '@/stores/video.store'
import { hasPhotoToShow } from '@/story/filmWishes'
import { SubmitFailure } from './SubmitFailure'
import { UploadPanel } from './UploadPanel'

type CreateBarProps = { onCancel: () => void; onRetry: () => void }

/** The one button that makes the film; while it is at work, how far it is. It stays in reach of the thumb. */
export function CreateBar({ onCancel, onRetry }: CreateBarProps) {
  const kind = useVideoStore(({ submission }) => submission.kind)
  const isLocked = useIsLocked()
  const isBusy = kind === 'running' || kind === 'done'
  const create = useRef<HTMLButtonElement>(null)
  // The form says what is missing, and puts the focus there.
  useCommands({ createVideo: isBusy || isLocked ? null : () => create.current?.form?.requestSubmit() })
  return (
    <div className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] z-20 -mx-5 border-t border-line bg-paper/92 px-5 pt-3 pb-4 backdrop-blur-md max-md:-mb-8 md:pb-3 md:bottom-0 md:-mx-10 md:px-10 lg:mx-0 lg:border-0 lg:bg-paper lg:px-0 lg:before:pointer-events-none lg:before:absolute lg:before:inset-x-0 lg:before:bottom-full lg:before:h-3 lg:before:bg-linear-to-t lg:before:from-paper">
      {kind === 'failed' && <SubmitFailure onRetry={onRetry} />}
      {isBusy && <UploadPanel onCancel={onCancel} />}
      {!isBusy && (
        <div className="flex gap-3">
          <PreviewButton />
          <Button
            ref={create}
            type="submit"
            variant="primary"
            size="large"
            aria-disabled={isLocked}
            className="grow"
          >
            <Clapperboard aria-hidden className="size-5" strokeWidth={1.75} />
            {t('draft.create')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The film as it would be made of the photos on this device, in a dialog. The engine comes when it is pressed. */
function PreviewButton() {
  const isPossible = useVideoStore(({ draft }) => hasPhotoToShow(draft.photos))
  const open = useOpenModal('draftPreview')
  useCommands({ previewFilm: isPossible ? () => open({}) : null })
  if (!isPossible) return null
  return (
    <Button size="large" onClick={() => open({})}>
      <Eye aria-hidden className="size-5" strokeWidth={1.75} />
      {t('preview.show')}
    </Button>
  )
}
