import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { TestDatabase } from '../db/engines'
import { brief, text, type Ask } from './mutant'
import { enterSuites, leaveSuites, runTest, type CollectedTest } from './suite'

/** A test of the healthy schema: how long it takes and which tables and functions it speaks to. */
export interface KnownTest extends CollectedTest {
  name: string
  /** The test alone, and what its suites prepare before the first of them. */
  ms: number
  enterMs: number
  /** Names in its statements, the functions called in their wake, and the names in those. */
  touches: Set<string>
  /** Reads the catalogue instead of attacking: it finds whatever is granted, but not whether it does harm. */
  isSweep: boolean
}

const SWEEP = /sweep|fingerprint/

const findings = z.array(
  z.object({
    name: z.string(),
    ms: z.number(),
    enterMs: z.number(),
    touches: z.array(z.string()),
    failure: z.string().nullable(),
  }),
)
type Findings = z.infer<typeof findings>

async function functionCalls(ask: Ask): Promise<Map<string, number>> {
  await ask('select pg_stat_force_next_flush()')
  const calls = await ask(
    'select funcname as name, sum(calls)::integer as calls from pg_stat_user_functions group by 1',
  )
  return new Map(calls.map((row) => [text(row.name), Number(row.calls)]))
}

/** Without the engine: it is the same for all of them. */
const nameOf = ({ file, path: [, ...names] }: CollectedTest) =>
  brief(`${file.replace('../db/', '')} › ${names.join(' › ')}`)

/**
 * The functions of each table's triggers. They are counted like others only where they let something pass: a function that
 * refuses has never ended, so the tests of its refusals would not be known to speak to it.
 */
async function triggerFunctions(ask: Ask): Promise<Map<string, string[]>> {
  const triggers = await ask(
    `select relname as name, array_agg(distinct proname)::text[] as functions from pg_trigger
     join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid where not tgisinternal group by 1`,
  )
  return new Map(triggers.map((row) => [text(row.name), z.array(z.string()).parse(row.functions)]))
}

const wordsOf = (sql: string): string[] => sql.match(/[a-z_]\w+/g) ?? []

async function observe(tests: CollectedTest[], database: TestDatabase): Promise<Findings> {
  const ask = database.admin
  const functions = await ask(
    `select proname as name, string_agg(prosrc, ' ') as body from pg_proc
     where pronamespace in ('public'::regnamespace, 'private'::regnamespace) group by 1`,
  )
  const bodies = new Map(functions.map((row) => [text(row.name), wordsOf(text(row.body))]))
  const triggers = await triggerFunctions(ask)
  const heard = listen(database)
  await ask(`set track_functions = 'all'`)
  const observed: Findings = []
  const enterMs = new Map<string, number>()
  let before = await functionCalls(ask)
  for (const test of tests) {
    heard.clear()
    const started = performance.now()
    const enter = await failureOf(enterSuites(test))
    const entered = performance.now()
    // What a suite prepares once counts as its first test's.
    if (!enterMs.has(test.file)) enterMs.set(test.file, entered - started)
    const failure = enter ?? (await failureOf(runTest(test)))
    const ms = performance.now() - entered
    const words = [...heard].flatMap(wordsOf)
    const after = await functionCalls(ask)
    const calls = [...after].filter(([name, count]) => count > (before.get(name) ?? 0)).map(([name]) => name)
    const said = [...words, ...calls, ...calls.flatMap((name) => bodies.get(name) ?? [])]
    observed.push({
      name: nameOf(test),
      ms,
      enterMs: enterMs.get(test.file) ?? 0,
      touches: [...new Set([...said, ...said.flatMap((name) => triggers.get(name) ?? [])])],
      failure,
    })
    before = after
  }
  await leaveSuites()
  await ask(`set track_functions = 'none'`)
  return observed
}

/** Every statement the database is sent from now on. */
function listen({ engine }: TestDatabase): Set<string> {
  const heard = new Set<string>()
  const query = engine.query.bind(engine)
  const transaction = engine.transaction.bind(engine)
  engine.query = (sql, parameters) => query(heard.add(sql) && sql, parameters)
  engine.transaction = (work) =>
    transaction((inside) => work((sql, parameters) => inside(heard.add(sql) && sql, parameters)))
  return heard
}

const failureOf = (work: Promise<unknown>): Promise<string | null> => work.then(() => null, String)

/** Where what was observed is kept until a test or a migration changes. */
function cacheFile(tests: CollectedTest[]): string {
  const digest = createHash('sha256').update(tests.map(nameOf).join('\n'))
  for (const folder of ['tests/db', 'supabase/migrations']) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(ts|mjs|sql)$/.test(file)) digest.update(readFileSync(path.join(folder, file)))
    }
  }
  return path.join(tmpdir(), `pm-mutants-${digest.digest('hex').slice(0, 16)}.json`)
}

/** Runs every test once. What fails without a mutant proves nothing about one. */
export async function learn(
  tests: CollectedTest[],
  database: TestDatabase,
): Promise<{ known: KnownTest[]; broken: string[] }> {
  const cache = cacheFile(tests)
  const observed = existsSync(cache)
    ? findings.parse(JSON.parse(readFileSync(cache, 'utf8')))
    : await observe(tests, database)
  writeFileSync(cache, JSON.stringify(observed))
  const known: KnownTest[] = []
  const broken: string[] = []
  for (const [index, { name, ms, enterMs, touches, failure }] of observed.entries()) {
    const test = tests[index]
    if (!test) continue
    if (failure !== null) broken.push(`${name}: ${failure}`)
    else known.push({ ...test, name, ms, enterMs, touches: new Set(touches), isSweep: SWEEP.test(test.file) })
  }
  return { known, broken }
}
