import { UndoRedo } from '@/components/ui/UndoRedo'
import { useCommands } from '@/hooks/useCommands'
import { useDraftUndo } from '@/hooks/useDraftUndo'
import { useDraftAccess } from '@/stores/video.store'

/** Undo and redo of the draft; not there while another tab edits it. */
export function DraftUndo() {
  const { mayUndo, mayRedo, undo, redo } = useDraftUndo()
  const isEditing = useDraftAccess() === 'editing'
  useCommands({ undo: isEditing && mayUndo ? undo : null, redo: isEditing && mayRedo ? redo : null })
  if (!isEditing) return null
  return <UndoRedo mayUndo={mayUndo} mayRedo={mayRedo} onUndo={undo} onRedo={redo} />
}
