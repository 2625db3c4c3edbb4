import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Client } from 'pg'
import { expect, inject, test } from 'vitest'
import { openPGlite, TestDatabase } from '../db/engines'
import { learn, type KnownTest } from './baseline'
import { Hunt, type Verdict } from './hunt'
import { equivalent } from './equivalent'
import type { Ask, Mutant } from './mutant'
import { report, score, wronglyEquivalent } from './report'
import { everyMutant } from './schema'
import { collect, type CollectedTest } from './suite'

const files = import.meta.glob('../db/**/*.test.ts')

/** ONLY=<regular expression>: only the mutants with such an id or kind, and no report written. */
const only = process.env.ONLY === undefined ? null : new RegExp(process.env.ONLY)
/** QUICK=<number>: each mutant is shown to so many tests only, the likeliest; who survives that may yet be caught. */
const quick = process.env.QUICK === undefined ? Infinity : Number(process.env.QUICK)
/** LOG=<file>: every verdict as it falls. Who was caught by a run that ended half way is not hunted again. */
const log = process.env.LOG
const earlier = log !== undefined && existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
/** PGlite dies of old age: it goes in circles and says nothing any more. */
const MUTANTS_IN_A_LIFE = 50

const say = (line: string) => {
  process.stdout.write(`${line}\n`)
  if (log !== undefined) appendFileSync(log, `${line}\n`)
}

function tell({ mutant, outcome, by, because, ms }: Verdict) {
  const how = by ? ` by ${by.name}` : outcome === 'impossible' ? `: ${because}` : ''
  say(`${outcome.toUpperCase()} ${(ms / 1000).toFixed(1)} s [${mutant.kind}] ${mutant.id}${how}`)
}

/** @param rejuvenate gives the hunt a new database, now and then */
async function judgeAll(
  hunt: Hunt,
  mutants: Mutant[],
  rejuvenate: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const [index, mutant] of mutants.entries()) {
    if (index % MUTANTS_IN_A_LIFE === MUTANTS_IN_A_LIFE - 1) await rejuvenate()
    const verdict = await hunt.judge(mutant)
    tell(verdict)
    verdicts.push(verdict)
  }
  return verdicts
}

/** Whom an earlier run caught, and by what. */
function caughtBefore(mutant: Mutant, known: readonly KnownTest[]): Verdict[] {
  const how = ` s [${mutant.kind}] ${mutant.id} by `
  const line = earlier.find((one) => one.startsWith('CAUGHT ') && one.includes(how)) ?? ''
  const by = known.find(({ name }) => line.endsWith(` by ${name}`))
  return by ? [{ mutant, outcome: 'caught', by, because: 'in an earlier run', ms: 0 }] : []
}

const onEngine = (tests: CollectedTest[], engine: string) => tests.filter(({ path }) => path.includes(engine))

/** Tests that need many sessions and therefore run on a real server only. */
const isRace = ({ file }: CollectedTest) => file.includes('/races')

/** Speaks to the server's database and to the template that races with a database of their own are copied from. */
async function askBoth(server: TestDatabase): Promise<Ask> {
  await server.open()
  const connection = inject('postgres')
  if ('missing' in connection) throw new Error(connection.missing)
  return async (sql, parameters) => {
    // Nobody may be connected to a template while it is copied.
    const template = new Client({ host: connection.host, user: 'postgres', database: 'template_migrated' })
    await template.connect()
    try {
      await template.query(sql, parameters)
    } finally {
      await template.end()
    }
    return server.admin(sql, parameters)
  }
}

test('of everything that guards the database, hardly anything can go unnoticed', async () => {
  const tests = await collect(files)
  const pglite = new TestDatabase('PGlite')
  await pglite.open()
  const { known, broken } = await learn(onEngine(tests, 'PGlite'), pglite)
  const seconds = known.reduce((sum, { ms }) => sum + ms, 0) / 1000
  say(`${known.length} tests pass without a mutant, in ${seconds.toFixed(0)} s`)

  for (const failure of broken) say(`LEFT OUT, fails without any mutant: ${failure.slice(0, 300)}`)
  const rejuvenate = async () => Object.assign(pglite.engine, await openPGlite())
  const hunt = await Hunt.open(known, pglite.admin, { atMost: quick, everything: false }, (trouble) => {
    say(`PGlite is opened again. ${trouble}`)
    return rejuvenate()
  })
  const mutants = (await everyMutant(pglite.admin)).filter(
    ({ id, kind }) => only === null || only.test(id) || only.test(kind),
  )
  say(`${mutants.length} mutants`)
  const verdicts = mutants.flatMap((mutant) => caughtBefore(mutant, known))
  const settled = new Set(verdicts.map(({ mutant }) => mutant))
  if (settled.size > 0) say(`${settled.size} of them were caught before`)
  verdicts.push(
    ...(await judgeAll(
      hunt,
      mutants.filter((mutant) => !settled.has(mutant)),
      rejuvenate,
    )),
  )

  for (const { name } of hunt.unreliable) say(`UNRELIABLE ${name}`)
  const survivors = verdicts.filter(({ outcome }) => outcome === 'survived')
  const races = tests.filter(isRace)
  const unexplained = survivors.map(({ mutant }) => mutant).filter(({ id }) => !(id in equivalent))
  if (unexplained.length > 0 && quick === Infinity) {
    const server = new TestDatabase('PostgreSQL')
    const ask = await askBoth(server)
    const raced = await learn(races, server)
    const hunt = await Hunt.open(raced.known, ask, { atMost: Infinity, everything: true }, (trouble) =>
      Promise.reject(new Error(trouble)),
    )
    for (const failure of raced.broken) say(`LEFT OUT, fails without any mutant: ${failure.slice(0, 300)}`)
    for (const verdict of await judgeAll(hunt, unexplained)) {
      if (verdict.outcome !== 'caught') continue
      verdicts[verdicts.findIndex(({ mutant }) => mutant === verdict.mutant)] = verdict
    }
  }

  const text = report(verdicts, known.length + races.length)
  say(text)
  if (only !== null || quick < Infinity) return
  writeFileSync(new URL('./RESULTS.md', import.meta.url), text)
  expect(broken).toEqual([])
  expect(wronglyEquivalent(verdicts)).toEqual([])
  expect(score(verdicts)).toBeGreaterThanOrEqual(0.95)
})
