import Redo2 from 'lucide-react/icons/redo-2'
import Undo2 from 'lucide-react/icons/undo-2'
import type { ReactNode } from 'react'
import { keyText } from '@/components/commands/Keys'
import { COMMANDS } from '@/domain/command'
import { t } from '@/lib/i18n'
import { ariaKeys } from '@/lib/shortcut'

type UndoRedoProps = {
  mayUndo: boolean
  mayRedo: boolean
  onUndo: () => void
  onRedo: () => void
}

/** The buttons `Undo` and `Redo`. The keys that they name are the caller's to listen to. */
export function UndoRedo({ mayUndo, mayRedo, onUndo, onRedo }: UndoRedoProps) {
  return (
    <div className="flex">
      <StepButton label={t('editor.undo')} keys={COMMANDS.undo.keys[0]} disabled={!mayUndo} onClick={onUndo}>
        <Undo2 aria-hidden className="size-5" strokeWidth={1.75} />
      </StepButton>
      <StepButton label={t('editor.redo')} keys={COMMANDS.redo.keys[0]} disabled={!mayRedo} onClick={onRedo}>
        <Redo2 aria-hidden className="size-5" strokeWidth={1.75} />
      </StepButton>
    </div>
  )
}

type StepButtonProps = {
  label: string
  keys: string
  disabled: boolean
  onClick: () => void
  children: ReactNode
}

function StepButton({ label, keys, disabled, onClick, children }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={`${label} (${keyText(keys)})`}
      aria-keyshortcuts={ariaKeys(keys)}
      // Not disabled: the focus would be lost with the last step.
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onClick()
      }}
      className="grid size-11 place-items-center rounded-control text-ink transition-colors hover:bg-sunken aria-disabled:cursor-default aria-disabled:text-muted aria-disabled:opacity-45 aria-disabled:hover:bg-transparent"
    >
      {children}
    </button>
  )
}
