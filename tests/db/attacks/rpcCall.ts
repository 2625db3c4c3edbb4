import type { Actor, Row } from '../engines'
import { ATTACKERS, type Rehearsal, type World } from './world'

/** Who calls: everybody, and those whose token says more than is true by now. */
export const CALLERS = [...ATTACKERS, 'demoted editor', 'deleted account', 'token of nobody'] as const
export type Caller = (typeof CALLERS)[number]
type SignedInCaller = Exclude<Caller, 'anonymous' | 'deleted account' | 'token of nobody'>

export interface Call {
  /** The function, and what it is called with. */
  name: string
  sql: string
  parameters?: (world: World) => unknown[]
  before?: (play: Rehearsal, world: World) => Promise<unknown>
  /** What an accepted call came to; `accepted` unless it says more. */
  says?: (rows: Row[], caller: Actor) => string
  answers: Record<SignedInCaller, string> & Partial<Record<Caller, string>>
}

/** The same answer for stranger, viewer, editor and former editor; another one for the owner. */
export const allButOwner = (answer: string, owner: string) => ({
  stranger: answer,
  viewer: answer,
  'demoted editor': answer,
  editor: answer,
  owner,
})
export const everybody = (answer: string) => allButOwner(answer, answer)
/** Who asks without being let in: these functions only look. */
export const seeNothing = { 'deleted account': 'nothing', 'token of nobody': 'nothing' }

export const somethingOrNothing = (rows: Row[]) => (rows.length > 0 ? 'something' : 'nothing')
/** Whether every path is in the caller's own folder. */
export const ownFolder = (rows: Row[], caller: Actor) =>
  rows.length > 0 && rows.every((row) => String(row.path).startsWith(`${caller.id}/`))
    ? 'own folder'
    : 'elsewhere'
