import X from 'lucide-react/icons/x'
import { useId, type ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '@/lib/i18n'
import { useUiStore, type ModalName, type Modals } from '@/stores/ui.store'

/**
 * What src/app/ModalRoot.tsx hands to the dialog of one name. A dialog is a component of its own file, loaded lazily:
 * `export function ShareDialog({ data, close }: ModalProps<'shareProject'>) { return <ModalDialog name="shareProject" …> }`
 */
export type ModalProps<Name extends ModalName> = { data: Modals[Name]; close: () => void }

type ModalDialogProps = {
  name: ModalName
  title: string
  /** Under the title; read out with it. */
  lead?: ReactNode
  /** `alertdialog`: an answer is needed, so a click outside does not count as one. Default `dialog`. */
  role?: 'dialog' | 'alertdialog'
  size?: keyof typeof widths
  children: ReactNode
}

const widths = { small: 'sm:max-w-md', medium: 'sm:max-w-xl', large: 'sm:max-w-3xl' } as const

/**
 * The frame of every dialog: focus goes in and stays in, Escape, the cross, the back button and a click outside close it
 * through the ui store, the focus returns to where it was. On phones a sheet from the bottom.
 */
export function ModalDialog({
  name,
  title,
  lead,
  role = 'dialog',
  size = 'small',
  children,
}: ModalDialogProps) {
  const closeModal = useUiStore((state) => state.closeModal)
  const close = () => closeModal(name)
  const leadId = useId()
  return (
    <ModalOverlay
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => !open && close()}
      className="fixed inset-0 z-40 flex items-end justify-center bg-scrim/50 backdrop-blur-sm transition-colors duration-calm data-entering:bg-transparent sm:items-center sm:p-5"
    >
      <Modal
        className={`flex max-h-[92dvh] w-full flex-col rounded-t-card bg-surface shadow-lifted transition-transform duration-calm ease-calm data-entering:translate-y-6 sm:rounded-card ${widths[size]}`}
      >
        <Dialog
          role={role}
          {...(lead !== undefined && { 'aria-describedby': leadId })}
          className="flex min-h-0 flex-col overflow-y-auto p-6 pb-[max(1.5rem,env(safe-area-inset-bottom))] outline-none"
        >
          <div className="flex items-start gap-3">
            <Heading slot="title" className="min-w-0 flex-1 font-display text-2xl font-semibold break-words">
              {title}
            </Heading>
            <button
              type="button"
              onClick={close}
              aria-label={t('shell.close')}
              className="-mt-1.5 -mr-2.5 grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden className="size-5" strokeWidth={1.75} />
            </button>
          </div>
          {lead !== undefined && (
            <div id={leadId} className="mt-2 text-muted">
              {lead}
            </div>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
