import { Button } from '@/components/ui/Button'
import type { Project } from '@/domain/project'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'

/** For the owner; members leave instead. */
export function DeleteProject({ userId, project }: { userId: string; project: Project }) {
  const open = useOpenModal('deleteProject')
  if (project.userId !== userId) return null
  return (
    <Button
      variant="danger"
      size="small"
      onClick={() => open({ projectId: project.id, title: project.title })}
    >
      {t('projects.delete')}
    </Button>
  )
}
