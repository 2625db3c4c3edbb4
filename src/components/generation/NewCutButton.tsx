import { onlineManager } from '@tanstack/react-query'
import Scissors from 'lucide-react/icons/scissors'
import { Button } from '@/components/ui/Button'
import type { Project } from '@/domain/project'
import { useCommands } from '@/hooks/useCommands'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'

type NewCutButtonProps = {
  project: Pick<Project, 'id' | 'title'>
  /** What must have happened before a film is asked for; false: not now. */
  before: () => Promise<boolean>
}

/** Opens the dialog that asks for another length or shape of the same film. */
export function NewCutButton({ project: { id, title }, before }: NewCutButtonProps) {
  const open = useOpenModal('newCut')
  async function pressed() {
    // Offline both stand in line, and leave in that order.
    if (!onlineManager.isOnline() || (await before())) open({ projectId: id, title })
  }
  useCommands({ newCut: () => void pressed() })
  return (
    <Button onClick={() => void pressed()}>
      <Scissors aria-hidden className="size-4.5" strokeWidth={1.75} />
      {t('generation.newCut')}
    </Button>
  )
}
