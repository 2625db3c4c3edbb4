import { useId, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { memberRoleSchema, type Member, type MemberRole } from '@/domain/member'
import { t } from '@/lib/i18n'
import { AskInline } from './AskInline'
import { Face } from './Face'
import { personName } from './person'

type PeopleListProps = {
  people: readonly Member[]
  userId: string
  /** What the owner may do; left out for everybody else. */
  manage?: {
    onRole: (member: Member, role: MemberRole) => void
    onRemove: (member: Member) => void
  }
}

/** Who belongs to the project and what each may do. */
export function PeopleList({ people, userId, manage }: PeopleListProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-sm font-medium">
        {t('members.people')}
      </h3>
      <ul aria-labelledby={id} className="mt-2 divide-y divide-line">
        {people.map((member) => (
          <Person
            key={member.userId}
            member={member}
            isMe={member.userId === userId}
            manage={member.role === 'owner' ? undefined : manage}
          />
        ))}
      </ul>
    </section>
  )
}

type PersonProps = { member: Member; isMe: boolean; manage: PeopleListProps['manage'] }

function Person({ member, isMe, manage }: PersonProps) {
  const [asking, setAsking] = useState(false)
  const name = personName(member.displayName)
  return (
    <li className="grid gap-3 py-3 *:min-w-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Face userId={member.userId} name={member.displayName} avatarPath={member.avatarPath} />
        <div className="min-w-0 flex-1 basis-24">
          <p className="truncate text-body font-medium">
            {name}
            {isMe && <span className="font-normal text-muted"> ({t('members.you')})</span>}
          </p>
          {member.email && <p className="truncate text-sm text-muted">{member.email}</p>}
        </div>
        {manage ? (
          <div className="ml-auto flex items-center gap-1">
            <select
              aria-label={t('members.roleOf', { name })}
              value={member.role}
              onChange={({ target }) => manage.onRole(member, memberRoleSchema.parse(target.value))}
              className="min-h-9 rounded-control border border-line bg-surface px-2 text-sm hover:border-line-strong"
            >
              {memberRoleSchema.options.map((role) => (
                <option key={role} value={role}>
                  {t(`members.role_${role}`)}
                </option>
              ))}
            </select>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('members.removeNamed', { name })}
              onClick={() => setAsking(true)}
            >
              {t('members.remove')}
            </Button>
          </div>
        ) : (
          <span className="text-sm text-muted">{t(`members.role_${member.role}`)}</span>
        )}
      </div>
      {manage && asking && (
        <AskInline
          question={t('members.removeAsk', { name })}
          yes={t('members.remove')}
          no={t('members.keep')}
          onYes={() => manage.onRemove(member)}
          onNo={() => setAsking(false)}
        />
      )}
    </li>
  )
}
