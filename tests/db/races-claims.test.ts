import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { inArena, type Session } from './raceSessions'
import { filmable } from './raceStage'

const CLAIMERS = 24
const ROUNDS = 1000
const CLAIM = `select (job).id, (job).attempt, token from claim_generation('tab', 45, $1)`

inArena((arena) => {
  let tabs: Session[]
  let job = ''
  beforeAll(async () => {
    const ada = await arena.signUp('ada')
    tabs = await Promise.all(Array.from({ length: CLAIMERS }, () => arena.session(ada)))
    const project = await filmable(tab(0))
    const sql = `select (enqueue_generation($1, $2, '{}')).id`
    job = String((await tab(0).row(sql, [project, randomUUID()])).id)
  })
  const tab = (index: number): Session => {
    const found = tabs[index]
    if (!found) throw new Error('no such tab')
    return found
  }
  /** A job that waits: a new one, or every other time the same one after its lease ran out. */
  const offerJob = async (round: number) => {
    if (round % 2 === 1) {
      await arena.admin.query(
        `update generated_videos set lease_until = now() - interval '1 second' where id = $1`,
        [job],
      )
      return 2
    }
    await tab(0).query('select cancel_generation($1)', [job])
    job = String((await tab(0).row('select (retry_generation($1)).id', [job])).id)
    return 1
  }
  /** All claim at the same instant, half of them by name. Tells what is wrong about who won. */
  const race = async (claimers: Session[], attempt: number): Promise<unknown[]> => {
    const tried = claimers.map((claimer, index) => claimer.query(CLAIM, [index % 2 === 0 ? job : null]))
    const won = (await Promise.all(tried)).flat()
    const [lease] = await arena.admin.query('select attempt, token from private.leases where job_id = $1', [
      job,
    ])
    const [winner] = won
    const right =
      won.length === 1 &&
      winner?.id === job &&
      winner.attempt === attempt &&
      lease?.attempt === attempt &&
      lease.token === winner.token
    return right ? [] : [{ won, lease, attempt }]
  }
  const races = async (claimers: Session[], rounds: number) => {
    const wrong: unknown[] = []
    for (let round = 0; round < rounds; round++) wrong.push(...(await race(claimers, await offerJob(round))))
    return wrong
  }

  test(
    '24 tabs claim at the same instant, round after round: one winner each',
    { timeout: 300_000 },
    async () => {
      const started = Date.now()
      expect(await races(tabs, ROUNDS)).toEqual([])
      console.info(`${CLAIMERS} claimers × ${ROUNDS} rounds in ${Date.now() - started} ms, one winner each`)
    },
  )

  test(
    'F28: two tabs claim at the same instant, 200 rounds: one winner each',
    { timeout: 60_000 },
    async () => {
      expect(await races([tab(0), tab(1)], 200)).toEqual([])
    },
  )
})
