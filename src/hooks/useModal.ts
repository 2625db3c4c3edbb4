import { useCallback } from 'react'
import { useUiStore, type ModalName, type Modals } from '@/stores/ui.store'

/** One dialog: `data` is what it was opened with, undefined while it is closed. */
export function useModal<Name extends ModalName>(name: Name) {
  const data = useUiStore((state): Modals[Name] | undefined => state.modals[name])
  const openModal = useUiStore((state) => state.openModal)
  const closeModal = useUiStore((state) => state.closeModal)
  const open = useCallback((wanted: Modals[Name]) => openModal(name, wanted), [openModal, name])
  const close = useCallback(() => closeModal(name), [closeModal, name])
  return { data, open, close }
}
