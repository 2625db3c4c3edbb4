import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { t } from '@/lib/i18n'
import { dropProject } from './projectCache'
import { deleteProjectOptions } from './projectMutations'
import { unlessUndone } from './undoable'

export const deletionSchema = z.object({ projectId: z.uuid() })
export type Deletion = { projectId: string; title: string }

/**
 * [Note: deleting can be taken back] While this is pending the project is hidden (see useProjectsBeingDeleted) and
 * still there. When the message has gone, or the page goes, the request leaves; a tab that dies before that leaves the
 * project as it was. It never counts as paused, so that it is not kept: only the request itself is, when offline.
 */
export const undoableDeletion = (client: QueryClient, userId: string) =>
  mutationOptions({
    mutationKey: [userId, 'undo', 'project.delete'],
    networkMode: 'always',
    mutationFn: ({ projectId, title }: Deletion): Promise<void> =>
      unlessUndone(userId, {
        id: projectId,
        text: t('projects.deleted', { title }),
        leaving: (last) => {
          last.deleteProject(projectId)
          dropProject(client, userId, projectId)
        },
        now: () => {
          const deleting = client.getMutationCache().build(client, deleteProjectOptions(client, userId))
          void deleting.execute({ projectId }).catch(() => undefined) // said by the mutation cache
        },
      }),
  })
