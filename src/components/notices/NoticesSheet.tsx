import { useEffect } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { ModalProps } from '@/components/ui/ModalDialog'
import { useScreenSize } from '@/hooks/useScreenSize'
import { useUserId } from '@/hooks/useSession'
import { NoticesContent } from './NoticesContent'

/** The list on phones, where the back button is expected to close what covers the page. */
export function NoticesSheet({ close }: ModalProps<'notices'>) {
  const userId = useUserId()
  const size = useScreenSize()
  // Turned to its side, a large phone has a bell with a popover.
  useEffect(() => {
    if (size !== 'phone') close()
  }, [size, close])
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && close()}
      className="fixed inset-0 z-40 flex items-end bg-scrim/50 backdrop-blur-sm transition-opacity duration-calm data-entering:opacity-0"
    >
      <Modal className="flex max-h-[85dvh] w-full flex-col rounded-t-card bg-surface pb-[env(safe-area-inset-bottom)] shadow-lifted transition-transform duration-slow ease-calm data-entering:translate-y-full">
        <Dialog className="flex min-h-0 flex-col outline-none">
          <NoticesContent userId={userId} close={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
