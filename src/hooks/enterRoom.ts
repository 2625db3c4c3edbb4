import type { QueryClient } from '@tanstack/react-query'
import { projectChannel, type Presence } from '@/data/projectChannel'
import type { Change } from '@/data/readChange'
import { targetKey, type Target } from '@/domain/target'
import { WISH_FIELDS } from '@/domain/wishes'
import { wishText } from '@/domain/wishText'
import { TYPING_MS, type RoomStore } from '@/stores/room.store'
import { cacheSync } from './cacheSync'
import { memberQueries } from './queries/members'

/** What is said is said at most this often; the last word always goes out. */
const SAY_MS = 100

export type Room = {
  hold: (target: Target | null) => void
  type: (target: Target, value: string | null) => void
  leave: () => void
}

/**
 * Be in the room of a project: hear who is there and what they do into `store`, and keep the cached rows of the
 * project true, whoever they belong to. `maySpeak` false (a viewer): listen only.
 */
export function enterRoom(
  client: QueryClient,
  store: RoomStore,
  { userId, projectId, maySpeak }: { userId: string; projectId: string; maySpeak: () => boolean },
): Room {
  const channel = projectChannel(userId, projectId)
  const sync = cacheSync(client, userId)
  const room = store.getState()
  let holding: Target | null = null
  let expiry: ReturnType<typeof setTimeout> | undefined
  const holds = atMostEvery(SAY_MS, channel.sendHold)
  const sayHold = () => maySpeak() && holds.say(holding)
  const sayHoldAgain = () => holding && sayHold()
  const typings = new Map<string, ReturnType<typeof atMostEvery<[Target, string | null]>>>()

  // Somebody may have joined the project a moment ago: each unknown id is asked about once.
  const askedAbout = new Set<string>()
  const askWhoTheyAre = (present: readonly Presence[]) => {
    const known = client.getQueryData(memberQueries.ofProject(userId, projectId).queryKey)
    const unknown = present.filter(
      (one) => !askedAbout.has(one.userId) && !known?.some((member) => member.userId === one.userId),
    )
    for (const one of unknown) askedAbout.add(one.userId)
    if (unknown.length > 0) sync.askMembers(projectId)
  }

  const stopListening = channel.listen({
    onEvent: (event) => {
      switch (event.kind) {
        case 'change':
          sync.onChange(event.change)
          forgetSaved(store, event.change)
          return
        case 'present':
          room.presentHeard(event.present)
          return askWhoTheyAre(event.present)
        case 'joined':
          sayHoldAgain()
          return
        case 'hold':
          return room.holdHeard(event.key, event.target)
        case 'typing':
          room.typingHeard(event.key, event.target, event.value, Date.now())
          clearTimeout(expiry)
          expiry = setTimeout(() => room.expire(Date.now()), TYPING_MS)
          return
        default:
          event satisfies never
      }
    },
    onStatus: (status) => {
      room.statusHeard(status)
      if (status !== 'live') return
      sync.askProject(projectId)
      sayHoldAgain()
    },
  })

  return {
    hold: (target) => {
      if (keyOf(target) === keyOf(holding)) return
      holding = target
      sayHold()
    },
    type: (target, value) => {
      if (!maySpeak()) return
      const name = targetKey(target)
      const typing = typings.get(name) ?? atMostEvery(SAY_MS, channel.sendTyping)
      typings.set(name, typing)
      typing.say(target, value)
    },
    leave: () => {
      holds.stop()
      for (const typing of typings.values()) typing.stop()
      clearTimeout(expiry)
      stopListening()
      sync.stop()
    },
  }
}

const keyOf = (target: Target | null) => target && targetKey(target)

function forgetSaved(store: RoomStore, change: Change): void {
  const { saved } = store.getState()
  if (change.table === 'photos' && change.photo)
    saved({ kind: 'photo', id: change.photo.id }, change.photo.caption)
  if (change.table !== 'video_projects' || !change.project) return
  for (const field of WISH_FIELDS) saved({ kind: 'field', field }, wishText(change.project, field))
}

/** Calls at once, then at most every `ms`, always ending with the latest. */
function atMostEvery<Args extends unknown[]>(ms: number, call: (...args: Args) => void) {
  let waiting: Args | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const next = () => {
    timer = undefined
    if (!waiting) return
    const args = waiting
    waiting = null
    timer = setTimeout(next, ms)
    call(...args)
  }
  return {
    say: (...args: Args) => {
      waiting = args
      if (timer === undefined) next()
    },
    stop: () => clearTimeout(timer),
  }
}
