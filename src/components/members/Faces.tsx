import type { Target } from '@/domain/target'
import { useRoomPeople, type PersonHere } from '@/hooks/usePresence'
import { t } from '@/lib/i18n'
import { Face } from './Face'
import { personName } from './person'

const SHOWN = 5

/** Who has this project open right now, and what each works on. Nothing while nobody else is here. */
export function Faces() {
  const people = onePerPerson(useRoomPeople())
  const others = people.filter(({ isMe }) => !isMe)
  if (others.length === 0) return null
  const shown = others.slice(0, SHOWN)
  const more = others.length - shown.length
  return (
    <ul aria-label={t('members.here')} className="flex items-center -space-x-1.5">
      {shown.map((person) => (
        <li key={person.userId}>
          <Face
            userId={person.userId}
            name={person.name}
            avatarPath={person.avatarPath}
            label={faceLabel(person)}
            className="ring-2 ring-paper"
          />
        </li>
      ))}
      {more > 0 && (
        <li>
          <span className="grid size-9 place-items-center rounded-full bg-sunken text-note font-semibold text-muted ring-2 ring-paper">
            <span aria-hidden>+{more}</span>
            <span className="sr-only">{t('members.more', { count: more })}</span>
          </span>
        </li>
      )}
    </ul>
  )
}

/** Somebody with several tabs has one face; the tab in which they work on something speaks for them. */
function onePerPerson(tabs: readonly PersonHere[]): PersonHere[] {
  const people = new Map<string, PersonHere>()
  for (const tab of tabs) {
    const known = people.get(tab.userId)
    if (!known || (known.holds === null && tab.holds !== null)) people.set(tab.userId, tab)
  }
  return [...people.values()]
}

/** "Ben, on the title". */
function faceLabel({ name, isMe, holds }: Pick<PersonHere, 'name' | 'isMe' | 'holds'>): string {
  const who = isMe ? t('members.youElsewhere') : personName(name)
  return holds ? t('members.hereDoing', { name: who, target: targetText(holds) }) : who
}

const targetText = (target: Target): string =>
  target.kind === 'photo' ? t('members.on_photo') : t(`members.on_${target.field}`)
