import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { filmWishSchema } from './filmWishes'
import {
  acceptOptions,
  declineOptions,
  inviteOptions,
  memberSaveSchemas,
  removeMemberOptions,
  roleOptions,
  withdrawOptions,
} from './memberMutations'
import { mediaRemovalSchema, removeMediaOptions } from './mediaRemoval'
import { mutationKey, type Verb } from './mutationKey'
import { confirmedPhotos, showPhotos } from './photoCache'
import {
  captionPhotoOptions,
  choosePhotoOptions,
  directPhotoOptions,
  movePhotoOptions,
  removePhotoOptions,
  restorePhotoOptions,
} from './photoMutations'
import { photoSaveSchemas } from './photoSaves'
import { profileWishesSchema, updateProfileOptions } from './profileMutations'
import { confirmedProject, showProject } from './projectCache'
import { deletionSchema } from './projectDeletion'
import { deleteProjectOptions, updateProjectOptions } from './projectMutations'
import { projectSaveSchema } from './projectSaves'
import { removeTrackOptions, trackRemovalSchema } from './trackRemoval'
import { showWishes } from './videoCache'
import { cancelOptions, generateOptions } from './videoMutations'

/** What the variables of each kept mutation must be. What comes out of the outbox may be of another build. */
const variablesSchemas = {
  'project.update': projectSaveSchema,
  'project.delete': deletionSchema,
  ...photoSaveSchemas,
  'video.generate': filmWishSchema,
  'video.cancel': z.uuid(),
  ...memberSaveSchemas,
  'profile.update': profileWishesSchema,
  'track.remove': trackRemovalSchema,
  'media.remove': mediaRemovalSchema,
} satisfies Record<Verb, z.ZodType>

const isVerb = (verb: unknown): verb is Verb =>
  typeof verb === 'string' && Object.hasOwn(variablesSchemas, verb)

/** Can a mutation that was kept under this key, with these variables, be sent by this build? */
export function isSendable(key: readonly unknown[], variables: unknown): boolean {
  const [, , verb] = key
  return isVerb(verb) && variablesSchemas[verb].safeParse(variables).success
}

/**
 * What each kept mutation does, for those that come back without the component that asked for them. Their functions
 * and callbacks live on plain JSON: variables out of the outbox, and the cache.
 */
export function setMutationDefaults(client: QueryClient, userId: string): void {
  const key = (verb: Verb) => mutationKey(userId, verb)
  client.setMutationDefaults(key('project.update'), updateProjectOptions(client, userId))
  client.setMutationDefaults(key('project.delete'), deleteProjectOptions(client, userId))
  client.setMutationDefaults(key('photo.caption'), captionPhotoOptions(client, userId))
  client.setMutationDefaults(key('photo.choose'), choosePhotoOptions(client, userId))
  client.setMutationDefaults(key('photo.direct'), directPhotoOptions(client, userId))
  client.setMutationDefaults(key('photo.move'), movePhotoOptions(client, userId))
  client.setMutationDefaults(key('photo.remove'), removePhotoOptions(client, userId))
  client.setMutationDefaults(key('photo.restore'), restorePhotoOptions(client, userId))
  client.setMutationDefaults(key('video.generate'), generateOptions(client, userId))
  client.setMutationDefaults(key('video.cancel'), cancelOptions(client, userId))
  client.setMutationDefaults(key('member.invite'), inviteOptions(client, userId))
  client.setMutationDefaults(key('member.withdraw'), withdrawOptions(client, userId))
  client.setMutationDefaults(key('member.accept'), acceptOptions(client, userId))
  client.setMutationDefaults(key('member.decline'), declineOptions(client, userId))
  client.setMutationDefaults(key('member.role'), roleOptions(client, userId))
  client.setMutationDefaults(key('member.remove'), removeMemberOptions(client, userId))
  client.setMutationDefaults(key('profile.update'), updateProfileOptions(client, userId))
  client.setMutationDefaults(key('track.remove'), removeTrackOptions(client, userId))
  client.setMutationDefaults(key('media.remove'), removeMediaOptions(client, userId))
}

/** Lay what came out of the outbox over what the server said. Call it when both are in the client. */
export function showUnsent(client: QueryClient, userId: string): void {
  for (const { state } of client.getMutationCache().findAll({ mutationKey: [userId, 'mutation'] })) {
    const projectId = inProjectSchema.safeParse(state.variables).data?.projectId
    if (projectId === undefined) continue
    const project = confirmedProject(client, userId, projectId)
    if (project) showProject(client, userId, project)
    const photos = confirmedPhotos(client, userId, projectId)
    if (photos) showPhotos(client, userId, projectId, photos)
  }
  showWishes(client, userId)
}
const inProjectSchema = z.object({ projectId: z.uuid() })
