import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { listInvitations, listMembers, listReceivedInvitations } from '@/data/members'
import {
  acceptOptions,
  declineOptions,
  inviteOptions,
  invitationsKey,
  membersKey,
  projectInvitationsKey,
  projectMembersKey,
  receivedInvitationsKey,
  removeMemberOptions,
  roleOptions,
  withdrawOptions,
} from './memberMutations'

export const memberQueries = {
  all: membersKey,
  /** Everybody who can open a project, the owner first. */
  ofProject: (userId: string, projectId: string) =>
    queryOptions({
      queryKey: projectMembersKey(userId, projectId),
      queryFn: ({ signal }) => listMembers(projectId, signal),
    }),
}

export const invitationQueries = {
  all: invitationsKey,
  /** Who was invited to a project of the person's and has not answered. */
  ofProject: (userId: string, projectId: string) =>
    queryOptions({
      queryKey: projectInvitationsKey(userId, projectId),
      queryFn: ({ signal }) => listInvitations(projectId, signal),
    }),
  /** What waits for the person's own answer. */
  mine: (userId: string) =>
    queryOptions({
      queryKey: receivedInvitationsKey(userId),
      queryFn: ({ signal }) => listReceivedInvitations(signal),
    }),
}

/** `mutate({ projectId, email, role })`. The form says why it was refused; nobody else does. */
export const useInvite = (userId: string) => useMutation(inviteOptions(useQueryClient(), userId))

/** `mutate({ projectId, invitationId })` */
export const useWithdrawInvitation = (userId: string) =>
  useMutation(withdrawOptions(useQueryClient(), userId))

/** `mutateAsync({ invitationId })` gives the id of the project that was joined. */
export const useAcceptInvitation = (userId: string) => useMutation(acceptOptions(useQueryClient(), userId))

/** `mutate({ invitationId })` */
export const useDeclineInvitation = (userId: string) => useMutation(declineOptions(useQueryClient(), userId))

/** `mutate({ projectId, memberId, role })` */
export const useChangeRole = (userId: string) => useMutation(roleOptions(useQueryClient(), userId))

/** `mutate({ projectId, memberId })`; with the person's own id they leave. */
export const useRemoveMember = (userId: string) => useMutation(removeMemberOptions(useQueryClient(), userId))
