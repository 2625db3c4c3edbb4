import { lazy, Suspense } from 'react'
import { useNavigate } from 'react-router-dom'
import { Button } from '@/components/ui/Button'
import type { Project } from '@/domain/project'
import { useDeleteProject } from '@/hooks/queries/projects'
import { useModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

const ConfirmDialog = lazy(async () => ({
  default: (await import('@/components/ui/ConfirmDialog')).ConfirmDialog,
}))

/** The button and its question. */
export function DeleteProject({ userId, project }: { userId: string; project: Project }) {
  const navigate = useNavigate()
  const deleting = useDeleteProject(userId)
  const { data, open, close } = useModal('deleteProject')
  function confirmed() {
    // Away first: this page has nothing to show without its project.
    void navigate(paths.projects)
    deleting.mutate({ projectId: project.id, title: project.title })
  }
  return (
    <>
      <Button
        variant="danger"
        size="small"
        onClick={() => open({ projectId: project.id, title: project.title })}
      >
        {t('projects.delete')}
      </Button>
      {data?.projectId === project.id && (
        <Suspense>
          <ConfirmDialog
            title={t('projects.deleteTitle', { title: data.title })}
            text={t('projects.deleteText')}
            confirmLabel={t('projects.deleteConfirm')}
            onConfirm={confirmed}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  )
}
