import { beforeAll, expect, test } from 'vitest'
import { refusal } from './engines'
import { brokenInvariants, REMEMBER } from './raceInvariants'
import { operations, type Someone } from './raceOperations'
import { inArena, type Session } from './raceSessions'
import { filmable } from './raceStage'

const OPERATIONS = 20_000
const CONNECTIONS = 16
const PEOPLE = 4
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)

/** Numbers from 0 to 1 that the seed decides (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const OURS = /^(accepted|PT4\d\d [a-z_]+)$/

inArena((arena) => {
  const people: Someone[] = []
  beforeAll(async () => {
    await arena.admin.query(REMEMBER)
    // Tight plans: every limit is reached.
    await arena.admin.query(
      `update plans set max_storage_bytes = 20000, monthly_videos = 30, max_active_jobs = 3, max_photos = 12`,
    )
    for (let index = 0; index < PEOPLE; index++) {
      const name = `person${index}`
      const person = { name, id: await arena.signUp(name), claims: [] }
      people.push(person)
      await filmable(await arena.session(person.id))
    }
  })

  test(
    'whatever people do at the same time, nothing deadlocks and every invariant holds',
    { timeout: 600_000 },
    async () => {
      const started = Date.now()
      const total = operations.reduce((sum, [weight]) => sum + weight, 0)
      const answers = new Map<string, number>()
      const strange: string[] = []
      const broken: Record<string, unknown[]> = {}
      let done = 0
      /** What every connection is at, by its process on the server. */
      const doing = new Map<number, string>()
      const circumstances = async (attempt: Promise<unknown>): Promise<string> => {
        const error: unknown = await attempt.catch((reason: unknown) => reason)
        if (!(error instanceof Error)) return ''
        const detail = String(Reflect.get(error, 'detail')).replaceAll(
          /process (\d+)/gi,
          (process, pid) => `${process} (${doing.get(Number(pid)) ?? 'somebody'})`,
        )
        return `${error.message}: ${detail} ${String(Reflect.get(error, 'where'))}`
      }

      const work = async (session: Session, me: Someone, random: () => number) => {
        const admin = await arena.session()
        const pid = Number((await session.row('select pg_backend_pid() as pid')).pid)
        let signedInAs = ''
        while (done < OPERATIONS) {
          done++
          if (signedInAs !== me.id) await session.signIn((signedInAs = me.id))
          let point = random() * total
          const [, name, operation, refusals = []] =
            operations.find(([weight]) => (point -= weight) < 0) ?? operations[0] ?? []
          if (!operation) throw new Error('nothing to do')
          const others = people.filter((person) => person !== me)
          const rejoin = async () => {
            me.id = await arena.signUp(me.name, admin)
            me.claims = []
          }
          doing.set(pid, name ?? '')
          const attempt = operation({ session, me, others, admin, random, rejoin })
          const answer = await refusal(attempt)
          answers.set(answer, (answers.get(answer) ?? 0) + 1)
          if (!OURS.test(answer) && !refusals.includes(answer))
            strange.push(`${name}: ${answer} ${await circumstances(attempt)}`)
          if (done % 200 === 0) Object.assign(broken, await brokenInvariants(admin))
        }
      }
      await Promise.all(
        Array.from({ length: CONNECTIONS }, async (_, index) => {
          const me = people[index % PEOPLE]
          if (me) await work(await arena.session(), me, seeded(SEED + index))
        }),
      )

      const told = [...answers].toSorted((a, b) => b[1] - a[1]).map(([answer, count]) => `${answer} ${count}`)
      console.info(`${done} operations in ${Date.now() - started} ms (SEED=${SEED}): ${told.join(', ')}`)
      expect(strange).toEqual([])
      expect({ ...broken, ...(await brokenInvariants(arena.admin)) }).toEqual({})
      const deadlocks = 'select deadlocks from pg_stat_database where datname = current_database()'
      expect(await arena.admin.row(deadlocks)).toEqual({ deadlocks: '0' })
    },
  )
})
