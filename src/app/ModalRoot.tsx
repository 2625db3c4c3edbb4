import { lazy, Suspense, useCallback, useEffect, useRef, type ComponentType } from 'react'
import { CrashBoundary } from '@/components/ui/CrashBoundary'
import type { ModalProps } from '@/components/ui/ModalDialog'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { useUiStore, type ModalName, type Modals } from '@/stores/ui.store'

type Dialogs = { [Name in ModalName]: ComponentType<ModalProps<Name>> }

/** Every dialog of the modal map, loaded when it is first opened. */
const dialogs: Dialogs = {
  deleteProject: lazy(async () => ({
    default: (await import('@/components/projects/DeleteProjectDialog')).DeleteProjectDialog,
  })),
  projectConflict: lazy(async () => ({
    default: (await import('@/components/projects/ConflictDialog')).ConflictDialog,
  })),
  shareProject: lazy(async () => ({
    default: (await import('@/components/members/ShareDialog')).ShareDialog,
  })),
  deleteAccount: lazy(async () => ({
    default: (await import('@/components/account/DeleteAccountDialog')).DeleteAccountDialog,
  })),
  addToProject: lazy(async () => ({
    default: (await import('@/components/media/AddToProjectDialog')).AddToProjectDialog,
  })),
  deletePhotos: lazy(async () => ({
    default: (await import('@/components/media/DeletePhotosDialog')).DeletePhotosDialog,
  })),
  draftPreview: lazy(async () => ({
    default: (await import('@/components/preview/DraftPreviewDialog')).DraftPreviewDialog,
  })),
  newCut: lazy(async () => ({
    default: (await import('@/components/generation/NewCutDialog')).NewCutDialog,
  })),
  sendFilm: lazy(async () => ({
    default: (await import('@/components/shares/SendFilmDialog')).SendFilmDialog,
  })),
  navigation: lazy(async () => ({ default: (await import('./NavigationDrawer')).NavigationDrawer })),
  palette: lazy(async () => ({
    default: (await import('@/components/commands/PaletteDialog')).PaletteDialog,
  })),
  shortcuts: lazy(async () => ({
    default: (await import('@/components/commands/ShortcutsDialog')).ShortcutsDialog,
  })),
  notices: lazy(async () => ({ default: (await import('@/components/notices/NoticesSheet')).NoticesSheet })),
}

/**
 * Where dialogs are shown: beside the page and not in it.
 * [Note: a dialog renders no page] Only this component listens to the modal map. Pages open with `useOpenModal`, which does not.
 */
export function ModalRoot() {
  const modals = useUiStore((state) => state.modals)
  // Keys of an object literal come back as strings; the map has no others.
  const names = Object.keys(modals) as ModalName[]
  useFocusSomewhere(names.length > 0)
  return names.map((name) => <OpenDialog key={name} name={name} />)
}

function OpenDialog<Name extends ModalName>({ name }: { name: Name }) {
  const data = useUiStore((state): Modals[Name] | undefined => state.modals[name])
  const closeModal = useUiStore((state) => state.closeModal)
  const close = useCallback(() => closeModal(name), [closeModal, name])
  const Content: ComponentType<ModalProps<Name>> = dialogs[name]
  if (data === undefined) return null
  return (
    <CrashBoundary resetKeys={[data]} fallback={() => <Broken close={close} />}>
      <Suspense>
        <Content data={data} close={close} />
      </Suspense>
    </CrashBoundary>
  )
}

/** A dialog that breaks is closed, and the page under it goes on. */
function Broken({ close }: { close: () => void }) {
  useEffect(() => {
    notify.error(t('shell.dialogFailed'))
    close()
  }, [close])
  return null
}

/** The frame gives the focus back to what opened the dialog. Where that is gone, the page has it: a keyboard is never nowhere. */
function useFocusSomewhere(isOpen: boolean): void {
  const wasOpen = useRef(false)
  useEffect(() => {
    if (isOpen || !wasOpen.current) {
      wasOpen.current = isOpen
      return
    }
    wasOpen.current = false
    // After the frame has done so, which waits for one frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          document.getElementById('main')?.focus({ preventScroll: true })
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [isOpen])
}
