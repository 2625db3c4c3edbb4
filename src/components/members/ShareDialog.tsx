import { useQuery } from '@tanstack/react-query'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { ModalDialog, type ModalProps } from '@/components/ui/ModalDialog'
import type { Member } from '@/domain/member'
import { memberQueries } from '@/hooks/queries/members'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { LeaveProject } from './LeaveProject'
import { ManageSharing } from './ManageSharing'
import { PeopleList } from './PeopleList'
import { personName } from './person'

/** Who belongs to a project. Its owner invites and removes here; everybody else sees the people and can leave. */
export function ShareDialog({ data: { projectId, title }, close }: ModalProps<'shareProject'>) {
  const userId = useUserId()
  const { data: people, error, refetch } = useQuery(memberQueries.ofProject(userId, projectId))
  const me = people?.find((person) => person.userId === userId)
  return (
    <ModalDialog
      name="shareProject"
      title={me?.role === 'owner' ? t('members.shareTitle', { title }) : title}
      lead={people && me && leadFor(me, people)}
      size="medium"
    >
      <div className="mt-6 grid gap-7 *:min-w-0">
        {people ? (
          me?.role === 'owner' ? (
            <ManageSharing userId={userId} projectId={projectId} people={people} />
          ) : (
            <>
              <PeopleList people={people} userId={userId} />
              {me && <LeaveProject userId={userId} projectId={projectId} title={title} close={close} />}
            </>
          )
        ) : error ? (
          <LoadFailed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading className="block skeleton h-40 w-full rounded-card" />
        )}
      </div>
    </ModalDialog>
  )
}

function leadFor({ role }: Member, people: readonly Member[]): string {
  if (role === 'owner') return t('members.shareLead')
  const owner = personName(people.find((person) => person.role === 'owner')?.displayName ?? '')
  return t(`members.memberLead_${role}`, { owner })
}
