import { useMutation, useQueryClient } from '@tanstack/react-query'
import { duplicateProject, type ProjectCopying } from '@/data/duplicateProject'
import { projectListsKey, receiveProject } from './projectCache'

/**
 * Make a project once more. The copy's id is made by whoever asks, so that asking again after a lost answer makes no second
 * one; offline it fails at once.
 */
export function useDuplicateProject(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (copying: ProjectCopying) => duplicateProject(copying),
    onSuccess: ({ project }) => receiveProject(client, userId, project),
    onSettled: () => client.invalidateQueries({ queryKey: projectListsKey(userId) }),
  })
}
