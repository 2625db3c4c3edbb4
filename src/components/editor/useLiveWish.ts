import { useQuery } from '@tanstack/react-query'
import type { WishField } from '@/domain/wishes'
import { wishText } from '@/domain/wishText'
import { useLiveText, type LiveText } from '@/hooks/editor/useLiveText'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { projectQueries } from '@/hooks/queries/projects'

/** A wish of the open project as a field reads it: what is typed here or beside, else what is saved. */
export function useLiveWish(field: WishField): LiveText {
  const { userId, projectId } = useProjectEditor()
  const { data: saved = '' } = useQuery({
    ...projectQueries.detail(userId, projectId),
    select: (project) => wishText(project, field),
  })
  return useLiveText(field, WISH_TARGETS[field], saved)
}

export const WISH_TARGETS = {
  title: { kind: 'field', field: 'title' },
  description: { kind: 'field', field: 'description' },
  style: { kind: 'field', field: 'style' },
  durationSeconds: { kind: 'field', field: 'durationSeconds' },
  aspectRatio: { kind: 'field', field: 'aspectRatio' },
  music: { kind: 'field', field: 'music' },
} as const
