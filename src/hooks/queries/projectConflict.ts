import { queryOptions, skipToken, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ProjectConflict } from '@/data/changeProject'
import { fieldsOf, pickWishes, type SomeWishes } from '@/domain/wishes'
import { useUiStore } from '@/stores/ui.store'
import { keepAtHand, letGo } from './keepAtHand'

/** What the person wanted and somebody else had changed; waits for their choice, also over a reload. */
export const projectConflictQuery = (userId: string, projectId: string) =>
  queryOptions<SomeWishes>({
    queryKey: [userId, 'projects', 'conflict', projectId],
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** Keep what could not be saved, with what waits already, and ask which version to keep. */
export function keepConflict(client: QueryClient, userId: string, { theirs, mine }: ProjectConflict): void {
  const { queryKey } = projectConflictQuery(userId, theirs.id)
  keepAtHand<SomeWishes>(client, queryKey, { ...client.getQueryData(queryKey), ...mine })
  useUiStore.getState().openModal('projectConflict', { projectId: theirs.id, title: theirs.title })
}

/** The person has since saved something else in these fields: they are no question any more. */
export function answerConflict(
  client: QueryClient,
  userId: string,
  projectId: string,
  saved: SomeWishes,
): void {
  const { queryKey } = projectConflictQuery(userId, projectId)
  const waiting = client.getQueryData(queryKey)
  if (!waiting) return
  const answered = fieldsOf(saved)
  const open = fieldsOf(waiting).filter((field) => !answered.includes(field))
  if (open.length === 0) forgetConflict(client, userId, projectId)
  else keepAtHand<SomeWishes>(client, queryKey, pickWishes(waiting, open))
}

/** The person has chosen. */
export function forgetConflict(client: QueryClient, userId: string, projectId: string): void {
  letGo(client, projectConflictQuery(userId, projectId).queryKey)
}

/**
 * Forget the conflict once `isMoot`: by now both want the same, and what is changed later must not bring the question back.
 */
export function useMootConflict(userId: string, projectId: string, isMoot: boolean, done?: () => void): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!isMoot) return
    forgetConflict(client, userId, projectId)
    done?.()
  }, [client, userId, projectId, isMoot, done])
}
