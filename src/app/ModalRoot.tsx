import { Suspense, type ComponentType } from 'react'
import type { ModalProps } from '@/components/ui/ModalDialog'
import { useUiStore, type ModalName, type Modals } from '@/stores/ui.store'

type Dialogs = { [Name in ModalName]?: ComponentType<ModalProps<Name>> }

/**
 * Every dialog of the modal map, loaded when it is first opened:
 * `shareProject: lazy(async () => ({ default: (await import('@/components/members/ShareDialog')).ShareDialog })),`
 */
const dialogs: Dialogs = {}

/**
 * Where dialogs are shown: beside the page and not in it.
 * [Note: a dialog renders no page] Only this component listens to the modal map. Pages open with `useOpenModal`, which does not.
 */
export function ModalRoot() {
  const modals = useUiStore((state) => state.modals)
  return (
    <Suspense>
      {namesOf(modals).map((name) => (
        <OpenDialog key={name} name={name} />
      ))}
    </Suspense>
  )
}

// Keys of an object literal come back as strings; the map has no others.
const namesOf = (modals: Partial<Modals>) => Object.keys(modals) as ModalName[]

function OpenDialog<Name extends ModalName>({ name }: { name: Name }) {
  const data = useUiStore((state): Modals[Name] | undefined => state.modals[name])
  const closeModal = useUiStore((state) => state.closeModal)
  const Content: ComponentType<ModalProps<Name>> | undefined = dialogs[name]
  if (!Content || data === undefined) return null
  return <Content data={data} close={() => closeModal(name)} />
}
