import type { QueryClient } from '@tanstack/react-query'
import { mutationKey } from './mutationKey'
import { deleteProjectOptions, updateProjectOptions } from './projectMutations'

/** What each kept mutation does, for those that come back without the component that asked for them. */
export function setMutationDefaults(client: QueryClient, userId: string): void {
  client.setMutationDefaults(mutationKey(userId, 'project.update'), updateProjectOptions(client, userId))
  client.setMutationDefaults(mutationKey(userId, 'project.delete'), deleteProjectOptions(client, userId))
}
