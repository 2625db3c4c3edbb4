import { useEffect, useState, type RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useLocation } from 'react-router-dom'
import { NoticesContent } from './NoticesContent'

type NoticesPopoverProps = { userId: string; anchor: RefObject<HTMLElement | null>; close: () => void }

/** The list beside its bell, where there is room. */
export function NoticesPopover({ userId, anchor, close }: NoticesPopoverProps) {
  const { key } = useLocation()
  const [openedAt] = useState(key)
  useEffect(() => {
    if (key !== openedAt) close()
  }, [key, openedAt, close])
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      onOpenChange={(open) => !open && close()}
      placement="right top"
      offset={20}
      className="flex w-100 max-w-[calc(100vw-2rem)] flex-col rounded-card border border-line bg-surface shadow-lifted transition-[opacity,translate] duration-calm ease-calm data-entering:translate-y-1 data-entering:opacity-0"
    >
      <Dialog className="flex max-h-[inherit] min-h-0 flex-col outline-none">
        <NoticesContent userId={userId} close={close} />
      </Dialog>
    </Popover>
  )
}
