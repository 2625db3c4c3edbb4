import { UndoRedo } from '@/components/ui/UndoRedo'
import { useEditorState, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'
import { EDITOR_TOOLS, type EditorState, type EditorTool } from '@/stores/editor.store'
import { SaveStatus } from './SaveStatus'

/** Undo, redo, and whether everything is saved. */
export function EditorToolbar() {
  const { steps, mayEdit } = useProjectEditor()
  // What is being typed can be undone too.
  const mayUndo = useEditorState(({ history, unsaved }) => history.past.length + unsaved.size > 0)
  const mayRedo = useEditorState(({ history }) => history.future.length > 0)
  useCommands({
    undo: mayEdit && mayUndo ? steps.undo : null,
    redo: mayEdit && mayRedo ? steps.redo : null,
  })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <div className="-ml-2">
        <UndoRedo mayUndo={mayUndo} mayRedo={mayRedo} onUndo={steps.undo} onRedo={steps.redo} />
      </div>
      <SaveStatus />
    </div>
  )
}

/** On a phone one part of the editor is shown at a time. */
export function ToolTabs() {
  const { store, mayEdit } = useProjectEditor()
  const selected = useEditorState((state) => shownTool(state, mayEdit))
  const tools = EDITOR_TOOLS.filter((tool) => mayEdit || tool !== 'details')
  return (
    <fieldset aria-label={t('editor.tools')} className="flex rounded-control bg-sunken p-1 lg:hidden">
      {tools.map((tool) => (
        <button
          key={tool}
          type="button"
          aria-pressed={selected === tool}
          onClick={() => store.getState().pickTool(tool)}
          className="min-h-10 flex-1 rounded-small text-sm font-medium text-muted transition-colors aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-card dark:aria-pressed:bg-line-strong/60"
        >
          {t(`editor.${tool}`)}
        </button>
      ))}
    </fieldset>
  )
}

/** Somebody who has become a viewer while they were at the details is shown the photos. */
export const shownTool = ({ selectedTool }: EditorState, mayEdit: boolean): EditorTool =>
  selectedTool === 'details' && !mayEdit ? 'photos' : selectedTool
