import { useNavigate } from 'react-router-dom'
import { TITLE_MAX, type Project } from '@/domain/project'
import { useDuplicateProject } from '@/hooks/queries/projectCopies'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { paths } from '@/lib/paths'

/** What the dashboard does with a project besides showing and renaming it. */
export function useProjectActions(userId: string) {
  const navigate = useNavigate()
  const copying = useDuplicateProject(userId)
  const askToDelete = useOpenModal('deleteProject')
  return {
    open: ({ id }: Project) => void navigate(paths.project(id)),
    askToDelete: ({ id, title }: Project) => askToDelete({ projectId: id, title }),
    duplicate: ({ id: sourceId, title }: Project) =>
      copying.mutate(
        { sourceId, id: crypto.randomUUID(), title: copyTitle(title) },
        {
          onSuccess: ({ project, leftOut }) =>
            notify.success(t('dashboard.copied', { title }), {
              id: `copied:${project.id}`,
              ...(leftOut > 0 && { detail: t('dashboard.copiedWithout', { count: leftOut }) }),
              action: { label: t('dashboard.open'), onClick: () => void navigate(paths.project(project.id)) },
            }),
        },
      ),
  }
}

/** `Lake (copy)`, never longer than a title may be. */
export function copyTitle(title: string): string {
  const added = t('dashboard.copyTitle', { title: '' }).length
  return t('dashboard.copyTitle', { title: title.slice(0, TITLE_MAX - added).trim() })
}
