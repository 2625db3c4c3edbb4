import Redo2 from 'lucide-react/icons/redo-2'
import Undo2 from 'lucide-react/icons/undo-2'
import type { ReactNode } from 'react'
import { useEditorState, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { t } from '@/lib/i18n'
import { EDITOR_TOOLS } from '@/stores/editor.store'
import { SaveStatus } from './SaveStatus'

/** Undo, redo, and whether everything is saved. */
export function EditorToolbar() {
  const { steps } = useProjectEditor()
  // What is being typed can be undone too.
  const mayUndo = useEditorState(({ history, unsaved }) => history.past.length + unsaved.size > 0)
  const mayRedo = useEditorState(({ history }) => history.future.length > 0)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <div className="-ml-2 flex">
        <IconButton label={t('editor.undo')} keys="Control+Z Meta+Z" disabled={!mayUndo} onClick={steps.undo}>
          <Undo2 aria-hidden className="size-5" strokeWidth={1.75} />
        </IconButton>
        <IconButton
          label={t('editor.redo')}
          keys="Control+Shift+Z Meta+Shift+Z"
          disabled={!mayRedo}
          onClick={steps.redo}
        >
          <Redo2 aria-hidden className="size-5" strokeWidth={1.75} />
        </IconButton>
      </div>
      <SaveStatus />
    </div>
  )
}

type IconButtonProps = {
  label: string
  keys: string
  disabled: boolean
  onClick: () => void
  children: ReactNode
}

function IconButton({ label, keys, disabled, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
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

/** On a phone one part of the editor is shown at a time. */
export function ToolTabs({ withDetails }: { withDetails: boolean }) {
  const { store } = useProjectEditor()
  const selected = useEditorState(({ selectedTool }) => selectedTool)
  const tools = EDITOR_TOOLS.filter((tool) => withDetails || tool !== 'details')
  return (
    <fieldset aria-label={t('editor.tools')} className="flex rounded-control bg-sunken p-1 lg:hidden">
      {tools.map((tool) => (
        <button
          key={tool}
          type="button"
          aria-pressed={selected === tool}
          onClick={() => store.getState().pickTool(tool)}
          className="min-h-10 flex-1 rounded-lg text-sm font-medium text-muted transition-colors aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-card"
        >
          {t(`editor.${tool}`)}
        </button>
      ))}
    </fieldset>
  )
}
