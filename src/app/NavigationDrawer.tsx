import X from 'lucide-react/icons/x'
import { useEffect } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Logo } from '@/components/ui/Logo'
import type { ModalProps } from '@/components/ui/ModalDialog'
import { useScreenSize } from '@/hooks/useScreenSize'
import { t } from '@/lib/i18n'
import { ConnectionStatus } from './ConnectionStatus'
import { ICON, NavigationLinks } from './destinations'

/** The sidebar of a phone, over the page. See: [Note: a phone's sidebar is a dialog] */
export function NavigationDrawer({ close }: ModalProps<'navigation'>) {
  const size = useScreenSize()
  // Turned to its side, a large phone has the other sidebar.
  useEffect(() => {
    if (size !== 'phone') close()
  }, [size, close])
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && close()}
      className="fixed inset-0 z-40 bg-scrim/50 backdrop-blur-sm transition-colors duration-calm data-entering:bg-transparent"
    >
      <Modal className="h-full w-72 max-w-[85vw] bg-surface shadow-lifted transition-transform duration-calm ease-calm data-entering:-translate-x-full">
        <Dialog
          aria-label={t('shell.navigation')}
          className="flex h-full flex-col overflow-y-auto px-3 py-4 outline-none"
        >
          <div className="mb-6 flex items-center justify-between pl-2.5">
            <Logo />
            <button
              type="button"
              onClick={close}
              aria-label={t('shell.close')}
              className="grid size-11 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
            >
              <X {...ICON} />
            </button>
          </div>
          <NavigationLinks hasWords onFollow={close} />
          <div className="mt-auto pt-6">
            <ConnectionStatus hasWords />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
