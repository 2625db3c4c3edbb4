import type { FocusEvent, ReactNode } from 'react'
import type { WishField } from '@/domain/wishes'
import type { LiveText } from '@/hooks/editor/useLiveText'
import { HolderFaces } from './HolderFaces'
import { WISH_TARGETS } from './useLiveWish'

type HeldFieldProps = { field: WishField; live: Pick<LiveText, 'enter' | 'leave'>; children: ReactNode }

/** A choice: the focus anywhere in it counts, and who else is in it is shown at its corner. */
export function HeldField({ field, live, children }: HeldFieldProps) {
  const left = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) live.leave()
  }
  return (
    <div className="relative" onFocus={live.enter} onBlur={left}>
      {children}
      <HolderFaces target={WISH_TARGETS[field]} className="absolute top-0 right-0" />
    </div>
  )
}
