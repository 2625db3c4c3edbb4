import ArrowLeft from 'lucide-react/icons/arrow-left'
import FolderPlus from 'lucide-react/icons/folder-plus'
import Info from 'lucide-react/icons/info'
import Trash from 'lucide-react/icons/trash-2'
import { useEffect, useRef, type ComponentProps, type ComponentType } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { useOpenModal } from '@/hooks/useModal'
import { formatDay } from '@/lib/format'
import { t } from '@/lib/i18n'
import { useLibraryStore } from '@/stores/library.store'
import { PhotoFacts } from './PhotoFacts'
import { dayOf } from './photoTime'
import { ViewerStage } from './ViewerStage'

type PhotoViewerProps = {
  userId: string
  /** All photos that one can go on to, in order. */
  order: readonly LibraryPhoto[]
  place: number
  onShow: (id: string) => void
  onClose: () => void
}

/** One photo on all of the screen: arrow keys, buttons and a finger go on, and what can be done with a photo is above it. */
export function PhotoViewer({ userId, order, place, onShow, onClose }: PhotoViewerProps) {
  const hasFacts = useLibraryStore((state) => state.hasFacts)
  const { toggleFacts } = useLibraryStore.getState()
  const addToProject = useOpenModal('addToProject')
  const askToDelete = useOpenModal('deletePhotos')
  const photo = order[place]
  const go = (to: number) => {
    const next = order[to]
    if (next && next !== photo) onShow(next.id)
  }
  const dialog = useKeys((key) => {
    if (key === 'ArrowLeft') go(place - 1)
    else if (key === 'ArrowRight') go(place + 1)
    else if (key === 'Home') go(0)
    else if (key === 'End') go(order.length - 1)
    else if (key === 'Delete' && photo) askToDelete({ photoIds: [photo.id] })
    else return false
    return true
  })
  if (!photo) return null
  const where = { place: place + 1, count: order.length }
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-40 bg-film"
    >
      <Modal className="size-full">
        <Dialog ref={dialog} className="flex h-full flex-col text-on-film outline-none">
          <header className="flex items-center gap-1 px-1.5 pt-[max(0.375rem,env(safe-area-inset-top))] pb-1.5 sm:gap-2 sm:px-3">
            <Tool label={t('shell.close')} Icon={ArrowLeft} onClick={onClose} />
            <div className="min-w-0 flex-1 px-1">
              <Heading slot="title" className="truncate font-medium">
                {photo.filename}
              </Heading>
              <p className="truncate text-sm text-on-film/70 tabular-nums">
                {formatDay(dayOf(photo))} · {t('library.placeOf', where)}
              </p>
            </div>
            <Tool
              label={t('library.add')}
              Icon={FolderPlus}
              onClick={() => addToProject({ photoIds: [photo.id] })}
            />
            <Tool
              label={t('library.delete')}
              Icon={Trash}
              onClick={() => askToDelete({ photoIds: [photo.id] })}
            />
            <Tool label={t('library.facts')} Icon={Info} aria-expanded={hasFacts} onClick={toggleFacts} />
          </header>
          <output className="sr-only">
            {t('library.announced', { filename: photo.filename, ...where })}
          </output>
          <div className="flex min-h-0 flex-1 flex-col md:flex-row">
            <ViewerStage userId={userId} order={order} place={place} onGo={go} onClose={onClose} />
            {hasFacts && <PhotoFacts userId={userId} photo={photo} />}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type ToolProps = Pick<ComponentProps<'button'>, 'onClick' | 'aria-expanded'> & {
  label: string
  Icon: ComponentType<{ 'aria-hidden': true; className: string; strokeWidth: number }>
}

function Tool({ label, Icon, ...rest }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="grid size-11 shrink-0 place-items-center rounded-full text-on-film transition-colors duration-quick hover:bg-on-film/15 aria-expanded:bg-on-film/20"
      {...rest}
    >
      <Icon aria-hidden className="size-5" strokeWidth={1.75} />
    </button>
  )
}

/** Keys pressed anywhere in the dialog, also on its empty places, and not in one that lies over it. */
function useKeys(onKey: (key: string) => boolean) {
  const dialog = useRef<HTMLElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isInside = event.target instanceof Node && dialog.current?.contains(event.target)
      if (!isInside || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (onKey(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
  return dialog
}
