import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '@/lib/i18n'
import { Button } from './Button'

type ConfirmDialogProps = {
  title: string
  text: string
  confirmLabel: string
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be taken back. Escape and a click outside mean no; the focus returns. */
export function ConfirmDialog({ title, text, confirmLabel, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-40 grid place-items-center bg-black/50 p-5 backdrop-blur-sm"
    >
      <Modal className="w-full max-w-md rounded-card bg-surface p-6 shadow-lifted">
        <Dialog role="alertdialog" className="outline-none">
          <Heading slot="title" className="font-display text-2xl font-semibold break-words">
            {title}
          </Heading>
          <p className="mt-3 text-muted">{text}</p>
          <div className="mt-7 flex flex-wrap justify-end gap-3">
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
            <Button
              variant="danger"
              onClick={() => {
                onConfirm()
                onClose()
              }}
            >
              {confirmLabel}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
