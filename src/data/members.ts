import { z } from 'zod'
import {
  invitationSchema,
  receivedInvitationSchema,
  type Invitation,
  type ReceivedInvitation,
} from '@/domain/invitation'
import { memberSchema, type Member, type MemberRole } from '@/domain/member'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import { answer, parseRow, parseRows } from './request'

/** Everybody who can open a project, the owner first. Empty when the caller cannot. */
export async function listMembers(projectId: string, signal?: AbortSignal): Promise<Member[]> {
  let query = supabase.rpc('project_people', { project: projectId })
  if (signal) query = query.abortSignal(signal)
  return parseRows('load the people', memberSchema, await answer('load the people', query, signal))
}

/** Change what a member may do. @throws DataError `not_found` when they are no member (any more) */
export async function changeRole(projectId: string, memberId: string, role: MemberRole): Promise<void> {
  const update = supabase
    .from('project_members')
    .update({ role })
    .eq('project_id', projectId)
    .eq('user_id', memberId)
    .select('user_id')
  const changed = await answer('change the role', update)
  if (changed.length === 0) throw new DataError('change the role', 'not_found', 404)
}

/** Take somebody out of a project; of oneself: leave it. Repeating it is harmless. */
export async function removeMember(projectId: string, memberId: string): Promise<void> {
  const removal = supabase
    .from('project_members')
    .delete()
    .eq('project_id', projectId)
    .eq('user_id', memberId)
  await answer('remove the person', removal)
}

/** Whom the caller has invited to their project and who has not answered. */
export async function listInvitations(projectId: string, signal?: AbortSignal): Promise<Invitation[]> {
  let query = supabase
    .from('project_invitations')
    .select('*')
    .eq('project_id', projectId)
    .order('created_at')
    .order('id')
  if (signal) query = query.abortSignal(signal)
  return parseRows(
    'load the invitations',
    invitationSchema,
    await answer('load the invitations', query, signal),
  )
}

/**
 * Invite an e-mail address; again changes the role and the time. Never tells whether there is an account.
 * @throws DataError `bad_email`, `own_email`, `already_member`, `too_many_members`, `not_allowed`
 */
export async function inviteMember(projectId: string, email: string, role: MemberRole): Promise<Invitation> {
  const row = await answer('invite', supabase.rpc('invite_member', { project: projectId, email, role }))
  return parseRow('invite', invitationSchema, row)
}

/** Take an invitation back. Repeating it is harmless. */
export async function withdrawInvitation(id: string): Promise<void> {
  await answer('withdraw the invitation', supabase.from('project_invitations').delete().eq('id', id))
}

/** The invitations that wait for the caller's answer, newest first. */
export async function listReceivedInvitations(signal?: AbortSignal): Promise<ReceivedInvitation[]> {
  let query = supabase.rpc('my_invitations')
  if (signal) query = query.abortSignal(signal)
  const rows = await answer('load your invitations', query, signal)
  return parseRows('load your invitations', receivedInvitationSchema, rows)
}

/** Join the project. Repeating it is harmless. @returns the project's id @throws DataError `invitation_gone` */
export async function acceptInvitation(id: string): Promise<string> {
  const row = await answer('accept the invitation', supabase.rpc('accept_invitation', { invitation: id }))
  return parseRow('accept the invitation', z.uuid(), row)
}

/** Turn an invitation down; one that is gone needs no answer any more. */
export async function declineInvitation(id: string): Promise<void> {
  try {
    await answer('decline the invitation', supabase.rpc('decline_invitation', { invitation: id }))
  } catch (error) {
    if (!(error instanceof DataError) || error.code !== 'invitation_gone') throw error
  }
}
