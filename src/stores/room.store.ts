import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FeedStatus } from '@/data/channels'
import type { Presence } from '@/data/projectChannel'
import { targetKey, type Target } from '@/domain/target'

/** Typing that is neither renewed nor saved for this long is over. */
export const TYPING_MS = 5_000

/** A peer's text that is not saved yet, by whose tab, and when it came (ms since epoch). */
export type Typing = { key: string; value: string; at: number }

/**
 * What is happening in one open project right now. Nothing of it is stored anywhere, and no server row is in it.
 * `holds` is keyed by tab; `typing` by target, where the newest typist is shown.
 */
export type RoomState = {
  status: FeedStatus
  present: readonly Presence[]
  holds: Readonly<Record<string, Target>>
  typing: Readonly<Record<string, Typing>>
  statusHeard: (status: FeedStatus) => void
  presentHeard: (present: readonly Presence[]) => void
  holdHeard: (key: string, target: Target | null) => void
  typingHeard: (key: string, target: Target, value: string | null, now: number) => void
  /** A saved value arrived: who typed exactly this has been saved. */
  saved: (target: Target, value: string) => void
  /** Forget typing older than TYPING_MS. */
  expire: (now: number) => void
}
export type RoomStore = StoreApi<RoomState>

const without = <Value>(
  record: Readonly<Record<string, Value>>,
  gone: (key: string, value: Value) => boolean,
) => {
  const kept = Object.entries(record).filter(([key, value]) => !gone(key, value))
  return kept.length === Object.keys(record).length ? record : Object.fromEntries(kept)
}

const isSame = (a: readonly Presence[], b: readonly Presence[]) =>
  a.length === b.length && a.every(({ key, userId }, at) => b[at]?.key === key && b[at].userId === userId)

/** One per open project page, given by context: two pages side by side never share. */
export const createRoomStore = (): RoomStore =>
  createStore<RoomState>()((set) => ({
    status: 'connecting',
    present: [],
    holds: {},
    typing: {},
    // While cut off nobody knows what the others let go of: they say it again when this tab is back.
    statusHeard: (status) =>
      set(status === 'live' ? { status } : { status, present: [], holds: {}, typing: {} }),
    // Whose presence is not known yet may already have said something: only who left is forgotten.
    presentHeard: (present) =>
      set(({ present: before, holds, typing }) => {
        const here = new Set(present.map(({ key }) => key))
        const left = new Set(before.map(({ key }) => key).filter((key) => !here.has(key)))
        return {
          present: isSame(present, before) ? before : present,
          holds: without(holds, (key) => left.has(key)),
          typing: without(typing, (_target, { key }) => left.has(key)),
        }
      }),
    holdHeard: (key, target) =>
      set(({ holds }) => ({
        holds: target ? { ...holds, [key]: target } : without(holds, (holder) => holder === key),
      })),
    typingHeard: (key, target, value, now) =>
      set(({ typing }) => {
        const name = targetKey(target)
        if (value !== null) return { typing: { ...typing, [name]: { key, value, at: now } } }
        return { typing: without(typing, (other, typist) => other === name && typist.key === key) }
      }),
    saved: (target, value) =>
      set(({ typing }) => {
        const name = targetKey(target)
        return { typing: without(typing, (other, typist) => other === name && typist.value === value) }
      }),
    expire: (now) =>
      set(({ typing }) => ({ typing: without(typing, (_target, { at }) => now - at >= TYPING_MS) })),
  }))
