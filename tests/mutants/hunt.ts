import type { KnownTest } from './baseline'
import { text, type Ask, type Mutant } from './mutant'
import { schemaText } from './schema'
import { leaveSuites, runTest } from './suite'

export interface Verdict {
  mutant: Mutant
  outcome: 'caught' | 'survived' | 'impossible'
  /** The first test that failed. */
  by: KnownTest | null
  /** What it failed with, or why the mutant cannot be. */
  because: string
  ms: number
}

const EMPTY = 'truncate auth.users, storage.objects cascade'

/** Tables with rows of the migrations, which a mutant may have let somebody change. */
const SHIPPED = ['public.plans', 'storage.buckets']

const failure = async (work: Promise<unknown>): Promise<string | null> => {
  try {
    await work
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Whether a test speaks to what the mutant is about. A foreign key is noticed by whoever deletes something else. */
const mayNotice = ({ about, kind }: Mutant, test: KnownTest) =>
  kind === 'constraint' || test.isSweep || test.touches.has(about) || !/^[a-z_]+$/.test(about)

/**
 * [Note: one process, many mutants]
 * A mutant is applied to the migrated database by DDL and undone by DDL, both a matter of milliseconds; in between the
 * tests run, those that caught similar mutants first, until one fails. After that the whole schema must
 * read as before and the test that failed must pass again: else the verdict would be worth nothing.
 */
export class Hunt {
  /** Tests that once failed and did not pass again when the mutant was gone. They are not asked any more. */
  readonly unreliable = new Set<KnownTest>()
  readonly #tests: KnownTest[]
  readonly #ask: Ask
  readonly #healthy: string
  readonly #shipped: Map<string, string>
  readonly #caught = new Map<string, Map<KnownTest, number>>()

  static async open(tests: KnownTest[], ask: Ask): Promise<Hunt> {
    await ask(EMPTY)
    const shipped = new Map<string, string>()
    for (const table of SHIPPED) {
      const [rows] = await ask(`select jsonb_agg(to_jsonb(r))::text as rows from ${table} as r`)
      shipped.set(table, text(rows?.rows))
    }
    return new Hunt(tests, ask, await schemaText(ask), shipped)
  }

  private constructor(tests: KnownTest[], ask: Ask, healthy: string, shipped: Map<string, string>) {
    this.#tests = tests
    this.#ask = ask
    this.#healthy = healthy
    this.#shipped = shipped
  }

  async judge(mutant: Mutant, everything = false): Promise<Verdict> {
    const started = performance.now()
    const verdict = (outcome: Verdict['outcome'], by: KnownTest | null, because: string): Verdict => ({
      mutant,
      outcome,
      by,
      because,
      ms: performance.now() - started,
    })
    const impossible = await failure(this.#run(mutant.apply))
    if (impossible !== null) {
      await this.#restore(mutant)
      return verdict('impossible', null, impossible)
    }
    for (;;) {
      const found = await this.#firstFailure(mutant, everything)
      await this.#restore(mutant)
      if (!found) return verdict('survived', null, '')
      if (await this.#passesAgain(found.by)) {
        this.#remember(mutant, found.by)
        return verdict('caught', found.by, found.because)
      }
      this.unreliable.add(found.by)
      await this.#run(mutant.apply)
    }
  }

  async #firstFailure(mutant: Mutant, everything: boolean) {
    for (const by of this.#inOrder(mutant, everything)) {
      const because = await failure(runTest(by))
      if (because !== null) return { by, because }
    }
    return null
  }

  /** A test that fails without the mutant as well says nothing about it. */
  async #passesAgain(test: KnownTest): Promise<boolean> {
    if ((await failure(runTest(test))) === null) return true
    await failure(leaveSuites())
    await this.#empty()
    return (await failure(runTest(test))) === null
  }

  async #run(statements: string[]) {
    for (const sql of statements) await this.#ask(sql)
  }

  async #restore(mutant: Mutant) {
    await failure(leaveSuites())
    for (const sql of mutant.undo) await failure(this.#ask(sql))
    if ((await schemaText(this.#ask)) === this.#healthy) return
    // What a test left behind may stand in the way of a constraint.
    await this.#empty()
    for (const sql of mutant.undo) await failure(this.#ask(sql))
    const now = await schemaText(this.#ask)
    if (now === this.#healthy) return
    const [was, is] = [new Set(this.#healthy.split('\n')), new Set(now.split('\n'))]
    const missing = [...was].filter((line) => !is.has(line))
    const added = [...is].filter((line) => !was.has(line))
    throw new Error(`${mutant.id} is not undone:\n- ${missing.join('\n- ')}\n+ ${added.join('\n+ ')}`)
  }

  async #empty() {
    await this.#ask(EMPTY)
    for (const [table, rows] of this.#shipped) {
      await this.#ask(`delete from ${table}`)
      await this.#ask(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
        rows,
      ])
    }
  }

  #remember({ about, kind }: Mutant, test: KnownTest) {
    for (const key of [about, kind]) {
      const counts = this.#caught.get(key) ?? new Map<KnownTest, number>()
      counts.set(test, (counts.get(test) ?? 0) + 1)
      this.#caught.set(key, counts)
    }
  }

  /** File by file, because entering a file may cost as much as its tests; the likeliest first. */
  #inOrder(mutant: Mutant, everything: boolean): KnownTest[] {
    const likelihood = new Map(this.#tests.map((test) => [test, this.#likelihood(mutant, test)]))
    const of = (test: KnownTest) => likelihood.get(test) ?? 0
    const files = new Map<string, KnownTest[]>()
    for (const test of this.#tests) files.set(test.file, [...(files.get(test.file) ?? []), test])
    return [...files.values()]
      .map((tests) =>
        tests.filter((test) => !this.unreliable.has(test) && (everything || mayNotice(mutant, test))),
      )
      .filter((tests) => tests.length > 0)
      .map((tests) => tests.toSorted((a, b) => of(b) - of(a)))
      .toSorted(([a], [b]) => (b ? of(b) : 0) - (a ? of(a) : 0))
      .flat()
  }

  #likelihood({ about, kind }: Mutant, test: KnownTest): number {
    const learned = 20 * (this.#caught.get(about)?.get(test) ?? 0) + (this.#caught.get(kind)?.get(test) ?? 0)
    const called = test.touches.has(about) ? 10 : 0
    const named = test.name.includes(about) ? 5 : 0
    // Rather an attack than a sweep, rather a quick one than a slow one.
    return (learned + called + named + (test.isSweep ? 4 : 0)) / (0.2 + (test.ms + test.enterMs) / 1000)
  }
}
