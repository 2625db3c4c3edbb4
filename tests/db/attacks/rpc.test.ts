import { describe, expect, test } from 'vitest'
import { Actor, NO_RIGHT, refusal } from '../engines'
import { accountCalls } from './rpcAccountCalls'
import { CALLERS, type Caller } from './rpcCall'
import { libraryCalls } from './rpcLibraryCalls'
import { queueCalls } from './rpcQueueCalls'
import { shareCalls } from './rpcShareCalls'
import { inOneWorld, type Rehearsal, type World } from './world'

const calls = [...queueCalls, ...shareCalls, ...accountCalls, ...libraryCalls]

/** How those are answered who are not let in, whatever they ask. */
const shut: Partial<Record<Caller, string>> = {
  anonymous: NO_RIGHT,
  'deleted account': 'PT401 account_gone',
  'token of nobody': 'PT401 sign_in',
}

async function actorFor(caller: Caller, play: Rehearsal, world: World): Promise<Actor> {
  switch (caller) {
    case 'demoted editor':
      await play.as(world.person('owner'), `update project_members set role = 'viewer' where user_id = $1`, [
        world.id('editor'),
      ])
      return world.person('editor')
    case 'deleted account':
      await play.admin('delete from auth.users where id = $1', [world.id('stranger')])
      return world.person('stranger')
    case 'token of nobody':
      return new Actor(() => world.database.engine, '')
    case 'anonymous':
    case 'stranger':
    case 'viewer':
    case 'editor':
    case 'owner':
      return world.person(caller)
    default:
      return caller satisfies never
  }
}

inOneWorld((world) => {
  describe.each(calls.map((call) => [call.name, call] as const))('%s', (_name, call) => {
    test.each(CALLERS)('%s', async (caller) => {
      let came = 'accepted'
      const refused = await refusal(
        world().rehearse(async (play) => {
          await call.before?.(play, world())
          const actor = await actorFor(caller, play, world())
          const rows = await play.as(actor, call.sql, call.parameters?.(world()) ?? [])
          came = call.says?.(rows, actor) ?? 'accepted'
        }),
      )
      expect(refused === 'accepted' ? came : refused).toBe(call.answers[caller] ?? shut[caller])
    })
  })

  test('every function that clients can call has been attacked', async () => {
    const there = await world().database.admin(
      `select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace order by 1`,
    )
    const attacked = calls.map(({ name }) => name.split(/[ ,]/)[0] ?? '')
    expect([...new Set(attacked)].toSorted()).toEqual(there.map((row) => row.name))
  })
})
