import { useMatch, useNavigate } from 'react-router-dom'
import { Button } from '@/components/ui/Button'
import { ModalDialog, type ModalProps } from '@/components/ui/ModalDialog'
import { useDeleteProject } from '@/hooks/queries/projects'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { paths, route } from '@/lib/paths'

/** Asks once; after that there is still a message to take it back. */
export function DeleteProjectDialog({ data: { projectId, title }, close }: ModalProps<'deleteProject'>) {
  const navigate = useNavigate()
  const isItsPage = useMatch(route.project)?.params.projectId === projectId
  const deleting = useDeleteProject(useUserId())
  function confirmed() {
    close()
    // Away first: the page behind has nothing to show without its project.
    if (isItsPage) void navigate(paths.projects)
    deleting.mutate({ projectId, title })
  }
  return (
    <ModalDialog
      name="deleteProject"
      role="alertdialog"
      title={t('projects.deleteTitle', { title })}
      lead={t('projects.deleteText')}
    >
      <div className="mt-7 flex flex-wrap justify-end gap-3">
        <Button onClick={close}>{t('shell.cancel')}</Button>
        <Button variant="danger" onClick={confirmed}>
          {t('projects.deleteConfirm')}
        </Button>
      </div>
    </ModalDialog>
  )
}
