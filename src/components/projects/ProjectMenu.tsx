import Copy from 'lucide-react/icons/copy'
import FolderOpen from 'lucide-react/icons/folder-open'
import PencilLine from 'lucide-react/icons/pencil-line'
import Trash from 'lucide-react/icons/trash-2'
import type { ComponentProps } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { t } from '@/lib/i18n'

export type ProjectAction = 'open' | 'rename' | 'duplicate' | 'delete'

type ProjectMenuProps = {
  title: string
  anchor: HTMLElement
  onAction: (action: ProjectAction) => void
  onClose: () => void
}

const ICON = { 'aria-hidden': true, className: 'size-4.5', strokeWidth: 1.75 } as const
const items = () =>
  [
    { id: 'open', text: t('dashboard.open'), icon: <FolderOpen {...ICON} /> },
    { id: 'rename', text: t('dashboard.rename'), icon: <PencilLine {...ICON} />, keys: 'F2' },
    { id: 'duplicate', text: t('dashboard.duplicate'), icon: <Copy {...ICON} /> },
    { id: 'delete', text: t('dashboard.delete'), icon: <Trash {...ICON} />, keys: 'Del' },
  ] as const

/** What can be done with one project: one menu for all cards, so that ten thousand of them cost nothing. */
export function ProjectMenu({ title, anchor, onAction, onClose }: ProjectMenuProps) {
  const props: Pick<ComponentProps<typeof Popover>, 'triggerRef'> = { triggerRef: { current: anchor } }
  return (
    <Popover
      {...props}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={6}
      className="min-w-52 rounded-control border border-line bg-surface p-1.5 shadow-lifted transition-opacity duration-quick data-entering:opacity-0"
    >
      <Menu
        aria-label={t('dashboard.menu', { title })}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens has the focus
        autoFocus="first"
        onAction={(key) => {
          const item = items().find(({ id }) => id === key)
          if (item) onAction(item.id)
        }}
        onClose={onClose}
        className="outline-none"
      >
        {items().map((item) => (
          <MenuItem
            key={item.id}
            id={item.id}
            textValue={item.text}
            className={`flex min-h-10 cursor-pointer items-center gap-3 rounded-small px-3 text-body outline-none data-focused:bg-sunken ${item.id === 'delete' ? 'text-danger' : ''}`}
          >
            {item.icon}
            <span className="flex-1">{item.text}</span>
            {'keys' in item && (
              <kbd aria-hidden className="hidden font-sans text-xs text-muted pointer-fine:inline">
                {item.keys}
              </kbd>
            )}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
