import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import {
  acceptInvitation,
  changeRole,
  declineInvitation,
  inviteMember,
  removeMember,
  withdrawInvitation,
} from '@/data/members'
import type { Invitation, ReceivedInvitation } from '@/domain/invitation'
import { memberRoleSchema, type Member } from '@/domain/member'
import { mutationKey, refetchAfterLast, type Verb } from './mutationKey'
import { patchRow, putRowBack, type RowBefore } from './patchRow'
import { dropProject, projectsKey } from './projectCache'

export const membersKey = (userId: string) => [userId, 'members'] as const
export const invitationsKey = (userId: string) => [userId, 'invitations'] as const
export const projectMembersKey = (userId: string, projectId: string) =>
  [userId, 'members', projectId] as const
export const projectInvitationsKey = (userId: string, projectId: string) =>
  [userId, 'invitations', 'project', projectId] as const
export const receivedInvitationsKey = (userId: string) => [userId, 'invitations', 'mine'] as const

/** What is asked for, as it waits and is kept: plain JSON. */
export const memberSaveSchemas = {
  'member.invite': z.object({ projectId: z.uuid(), email: z.string(), role: memberRoleSchema }),
  'member.withdraw': z.object({ projectId: z.uuid(), invitationId: z.uuid() }),
  'member.accept': z.object({ invitationId: z.uuid() }),
  'member.decline': z.object({ invitationId: z.uuid() }),
  'member.role': z.object({ projectId: z.uuid(), memberId: z.uuid(), role: memberRoleSchema }),
  'member.remove': z.object({ projectId: z.uuid(), memberId: z.uuid() }),
} as const satisfies Partial<Record<Verb, z.ZodType>>
type Save<V extends keyof typeof memberSaveSchemas> = z.output<(typeof memberSaveSchemas)[V]>

/** Memberships decide who sees what. */
const askAgain = (client: QueryClient, userId: string) =>
  refetchAfterLast(client, userId, 'member', [
    membersKey(userId),
    invitationsKey(userId),
    projectsKey(userId),
  ])

const hasId =
  (id: string) =>
  (row: { id: string }): boolean =>
    row.id === id
const isMember =
  (id: string) =>
  ({ userId }: Member): boolean =>
    userId === id

export const inviteOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    mutationKey: mutationKey(userId, 'member.invite'),
    // The form shows the refusal beside the address.
    meta: { quiet: true },
    mutationFn: ({ projectId, email, role }: Save<'member.invite'>) => inviteMember(projectId, email, role),
    onSuccess: (invitation, { projectId }) =>
      client.setQueryData<Invitation[]>(projectInvitationsKey(userId, projectId), (list) =>
        list ? [...list.filter(({ id }) => id !== invitation.id), invitation] : undefined,
      ),
    onSettled: () => askAgain(client, userId),
  })

export const withdrawOptions = (client: QueryClient, userId: string) => {
  const key = ({ projectId }: Save<'member.withdraw'>) => projectInvitationsKey(userId, projectId)
  return mutationOptions({
    mutationKey: mutationKey(userId, 'member.withdraw'),
    mutationFn: ({ invitationId }: Save<'member.withdraw'>) => withdrawInvitation(invitationId),
    onMutate: (save) => patchRow<Invitation>(client, key(save), hasId(save.invitationId), () => null),
    onError: (_error, save, before) => putRowBack(client, key(save), hasId(save.invitationId), before),
    onSettled: () => askAgain(client, userId),
  })
}

/** Answering an invitation takes it off the list at once. */
function answering(client: QueryClient, userId: string) {
  const key = receivedInvitationsKey(userId)
  return {
    onMutate: ({ invitationId }: { invitationId: string }) =>
      patchRow<ReceivedInvitation>(client, key, hasId(invitationId), () => null),
    onError: (
      _error: Error,
      { invitationId }: { invitationId: string },
      before: RowBefore<ReceivedInvitation> | undefined,
    ) => putRowBack(client, key, hasId(invitationId), before),
    onSettled: () => askAgain(client, userId),
  }
}

export const acceptOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    ...answering(client, userId),
    mutationKey: mutationKey(userId, 'member.accept'),
    mutationFn: ({ invitationId }: Save<'member.accept'>) => acceptInvitation(invitationId),
  })

export const declineOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    ...answering(client, userId),
    mutationKey: mutationKey(userId, 'member.decline'),
    mutationFn: ({ invitationId }: Save<'member.decline'>) => declineInvitation(invitationId),
  })

export const roleOptions = (client: QueryClient, userId: string) => {
  const key = ({ projectId }: Save<'member.role'>) => projectMembersKey(userId, projectId)
  return mutationOptions({
    mutationKey: mutationKey(userId, 'member.role'),
    mutationFn: ({ projectId, memberId, role }: Save<'member.role'>) => changeRole(projectId, memberId, role),
    onMutate: (save) =>
      patchRow<Member>(client, key(save), isMember(save.memberId), (row) => ({ ...row, role: save.role })),
    onError: (_error, save, before) => putRowBack(client, key(save), isMember(save.memberId), before),
    onSettled: () => askAgain(client, userId),
  })
}

/** Take a member out; with the person's own id: leave. */
export const removeMemberOptions = (client: QueryClient, userId: string) => {
  const key = ({ projectId }: Save<'member.remove'>) => projectMembersKey(userId, projectId)
  return mutationOptions({
    mutationKey: mutationKey(userId, 'member.remove'),
    mutationFn: ({ projectId, memberId }: Save<'member.remove'>) => removeMember(projectId, memberId),
    onMutate: (save) => patchRow<Member>(client, key(save), isMember(save.memberId), () => null),
    onSuccess: (_nothing, { projectId, memberId }) => {
      if (memberId === userId) dropProject(client, userId, projectId)
    },
    onError: (_error, save, before) => putRowBack(client, key(save), isMember(save.memberId), before),
    onSettled: () => askAgain(client, userId),
  })
}
