import { appendFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TestDatabase } from '../db/engines'
import { learn } from './baseline'
import { Hunt, type Verdict } from './hunt'
import type { Mutant } from './mutant'
import { report, score, wronglyEquivalent } from './report'
import { everyMutant } from './schema'
import { collect, type CollectedTest } from './suite'

const files = import.meta.glob('../db/**/*.test.ts')

/** ONLY=<regular expression>: only the mutants with such an id or kind, and no report written. */
const only = process.env.ONLY === undefined ? null : new RegExp(process.env.ONLY)
/** LOG=<file>: every verdict as it falls. */
const log = process.env.LOG

const say = (line: string) => {
  process.stdout.write(`${line}\n`)
  if (log !== undefined) appendFileSync(log, `${line}\n`)
}

function tell({ mutant, outcome, by, because, ms }: Verdict) {
  const how = by ? ` by ${by.name}` : outcome === 'impossible' ? `: ${because}` : ''
  say(`${outcome.toUpperCase()} ${(ms / 1000).toFixed(1)} s [${mutant.kind}] ${mutant.id}${how}`)
}

async function judgeAll(hunt: Hunt, mutants: Mutant[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const mutant of mutants) {
    const verdict = await hunt.judge(mutant)
    tell(verdict)
    verdicts.push(verdict)
  }
  return verdicts
}

const onEngine = (tests: CollectedTest[], engine: string) => tests.filter(({ path }) => path.includes(engine))

/** Tests that need many sessions and therefore run on a real server only. */
function onServerOnly(tests: CollectedTest[]): CollectedTest[] {
  const key = ({ file, path }: CollectedTest) =>
    [file, ...path.filter((part) => !/^(PGlite|PostgreSQL)$/.test(part))].join()
  const anywhere = new Set(onEngine(tests, 'PGlite').map(key))
  return onEngine(tests, 'PostgreSQL').filter((one) => !anywhere.has(key(one)))
}

test('of everything that guards the database, hardly anything can go unnoticed', async () => {
  const tests = await collect(files)
  const pglite = new TestDatabase('PGlite')
  await pglite.open()
  const { known, broken } = await learn(onEngine(tests, 'PGlite'), pglite)
  const seconds = known.reduce((sum, { ms }) => sum + ms, 0) / 1000
  say(`${known.length} tests pass without a mutant, in ${seconds.toFixed(0)} s`)

  for (const failure of broken) say(`LEFT OUT, fails without any mutant: ${failure.slice(0, 300)}`)
  const hunt = await Hunt.open(known, pglite.admin)
  const mutants = (await everyMutant(pglite.admin)).filter(
    ({ id, kind }) => only === null || only.test(id) || only.test(kind),
  )
  say(`${mutants.length} mutants`)
  const verdicts = await judgeAll(hunt, mutants)

  for (const { name } of hunt.unreliable) say(`UNRELIABLE ${name}`)
  const survivors = verdicts.filter(({ outcome }) => outcome === 'survived')
  const races = onServerOnly(tests)
  if (survivors.length > 0 && races.length > 0) {
    const server = new TestDatabase('PostgreSQL')
    await server.open()
    const { known: raced } = await learn(races, server)
    const second = await judgeAll(
      await Hunt.open(raced, server.admin),
      survivors.map(({ mutant }) => mutant),
    )
    for (const verdict of second) {
      if (verdict.outcome === 'caught')
        verdicts[verdicts.findIndex(({ mutant }) => mutant === verdict.mutant)] = verdict
    }
  }

  const text = report(verdicts, known.length + races.length)
  say(text)
  if (only !== null) return
  writeFileSync(new URL('./RESULTS.md', import.meta.url), text)
  expect(broken).toEqual([])
  expect(wronglyEquivalent(verdicts)).toEqual([])
  expect(score(verdicts)).toBeGreaterThanOrEqual(0.95)
})
