import { Button } from '@/components/ui/Button'
import type { Project } from '@/domain/project'
import { useCommands } from '@/hooks/useCommands'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'

/** For the owner; members leave instead. */
export function DeleteProject({ userId, project }: { userId: string; project: Project }) {
  const open = useOpenModal('deleteProject')
  const isOwn = project.userId === userId
  const ask = () => open({ projectId: project.id, title: project.title })
  useCommands({ deleteProject: isOwn ? ask : null })
  if (!isOwn) return null
  return (
    <Button variant="danger" size="small" onClick={ask}>
      {t('projects.delete')}
    </Button>
  )
}
