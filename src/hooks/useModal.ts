import { useCallback } from 'react'
import { useUiStore, type ModalName, type Modals } from '@/stores/ui.store'

/**
 * Open a dialog of the modal map; it is shown by src/app/ModalRoot.tsx. The same function on every render, and the
 * component that calls this hook is not rendered again when a dialog opens or closes.
 */
export function useOpenModal<Name extends ModalName>(name: Name): (data: Modals[Name]) => void {
  const openModal = useUiStore((state) => state.openModal)
  return useCallback((data: Modals[Name]) => openModal(name, data), [openModal, name])
}

/** One dialog: `data` is what it was opened with, undefined while it is closed. Who only opens takes `useOpenModal`. */
export function useModal<Name extends ModalName>(name: Name) {
  const data = useUiStore((state): Modals[Name] | undefined => state.modals[name])
  const closeModal = useUiStore((state) => state.closeModal)
  const open = useOpenModal(name)
  const close = useCallback(() => closeModal(name), [closeModal, name])
  return { data, isOpen: data !== undefined, open, close }
}
