import { useCallback, useMemo } from 'react'
import { TAB_KEY, type Presence } from '@/data/projectChannel'
import type { Role } from '@/domain/member'
import { targetKey, targetOfKey, type Target } from '@/domain/target'
import { useRoom, useRoomState } from './useProjectRoom'

/** Somebody in the room, once per tab. `holds` is what that tab works on; `isMe` also in another tab of mine. */
export type PersonHere = {
  key: string
  userId: string
  name: string
  avatarPath: string | null
  role: Role
  holds: Target | null
  isMe: boolean
}

/**
 * Everybody in the room, this tab first. Names and roles come from the database, never from what a tab says about
 * itself; who does not belong to the project is not shown.
 */
export function useRoomPeople(): PersonHere[] {
  const { userId } = useRoom()
  const present = useRoomState((state) => state.present)
  const holds = useRoomState((state) => state.holds)
  const named = useNaming()
  return useMemo(() => {
    const others = present.filter(({ key }) => key !== TAB_KEY)
    return [{ key: TAB_KEY, userId }, ...others].flatMap((one) => named(one, holds[one.key] ?? null))
  }, [present, holds, named, userId])
}

/** Who else works on `target` right now, this tab left out. */
export function useHolders(target: Target): PersonHere[] {
  const name = targetKey(target)
  const present = useRoomState((state) => state.present)
  // One string, so that only those who hold exactly this render again.
  const keys = useRoomState(({ holds }) =>
    Object.keys(holds)
      .filter((key) => key !== TAB_KEY && holds[key] && targetKey(holds[key]) === name)
      .join(' '),
  )
  const named = useNaming()
  return useMemo(() => {
    if (keys === '') return []
    const holding = new Set(keys.split(' '))
    return present.filter(({ key }) => holding.has(key)).flatMap((one) => named(one, targetOfKey(name)))
  }, [keys, present, named, name])
}

/** A peer's unsaved text of `target`, the newest; null when nobody types, it was saved, or five seconds went by. */
export function useTyping(target: Target): { value: string; by: PersonHere } | null {
  const name = targetKey(target)
  const typing = useRoomState((state) => state.typing[name])
  const typist = useRoomState((state) => state.present.find(({ key }) => key === state.typing[name]?.key))
  const named = useNaming()
  return useMemo(() => {
    const [by] = typing && typist ? named(typist, targetOfKey(name)) : []
    return typing && by ? { value: typing.value, by } : null
  }, [typing, typist, named, name])
}

/** Gives a presence its person; nobody for somebody unknown. */
function useNaming(): (presence: Presence, holds: Target | null) => PersonHere[] {
  const { userId, people } = useRoom()
  return useCallback(
    (presence, holds) => {
      const person = people.get(presence.userId)
      if (!person) return []
      const { displayName: name, avatarPath, role } = person
      return [{ ...presence, name, avatarPath, role, holds, isMe: presence.userId === userId }]
    },
    [people, userId],
  )
}
