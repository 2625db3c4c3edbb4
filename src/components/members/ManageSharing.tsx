import { useQuery } from '@tanstack/react-query'
import type { Member } from '@/domain/member'
import {
  invitationQueries,
  useChangeRole,
  useInvite,
  useRemoveMember,
  useWithdrawInvitation,
} from '@/hooks/queries/members'
import { InviteForm } from './InviteForm'
import { PendingInvitations } from './PendingInvitations'
import { PeopleList } from './PeopleList'

type ManageSharingProps = { userId: string; projectId: string; people: readonly Member[] }

/** What only the owner of a project does with the people of it. */
export function ManageSharing({ userId, projectId, people }: ManageSharingProps) {
  const { data: invitations } = useQuery(invitationQueries.ofProject(userId, projectId))
  const invite = useInvite(userId)
  const { mutate: withdraw } = useWithdrawInvitation(userId)
  const { mutate: changeRole } = useChangeRole(userId)
  const { mutate: remove } = useRemoveMember(userId)
  return (
    <>
      <InviteForm
        isWaiting={invite.isPaused}
        onInvite={(wish) => invite.mutateAsync({ projectId, ...wish })}
      />
      <PeopleList
        people={people}
        userId={userId}
        manage={{
          onRole: (member, role) => changeRole({ projectId, memberId: member.userId, role }),
          onRemove: (member) => remove({ projectId, memberId: member.userId }),
        }}
      />
      <PendingInvitations
        invitations={invitations ?? []}
        onWithdraw={({ id }) => withdraw({ projectId, invitationId: id })}
      />
    </>
  )
}
