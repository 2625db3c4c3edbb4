import type { KnownTest } from './baseline'
import { HealthySchema } from './healthySchema'
import type { Ask, Mutant } from './mutant'
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

/** Which tests a mutant is shown to: at most so many, the likeliest first; all or those that speak to what it is about. */
export interface Patience {
  atMost: number
  everything: boolean
}

/**
 * [Note: one process, many mutants]
 * A mutant is applied to the migrated database by DDL and undone by DDL, both a matter of milliseconds; in between the
 * tests run, those that caught similar mutants first, until one fails. After that the whole schema must read as before and
 * the test that failed must pass again: else the verdict would be worth nothing.
 */
export class Hunt {
  /** Tests that once failed and did not pass again when the mutant was gone. They are not asked any more. */
  readonly unreliable = new Set<KnownTest>()
  readonly #tests: KnownTest[]
  readonly #ask: Ask
  readonly #healthy: HealthySchema
  readonly #patience: Patience
  readonly #revive: (trouble: string) => Promise<unknown>
  readonly #caught = new Map<string, Map<KnownTest, number>>()

  /** @param revive gives the database a new engine, freshly migrated, after the old one died of `trouble` */
  static async open(
    tests: KnownTest[],
    ask: Ask,
    patience: Patience,
    revive: (trouble: string) => Promise<unknown>,
  ): Promise<Hunt> {
    const healthy = await HealthySchema.remember(ask)
    await healthy.empty()
    return new Hunt(tests, ask, healthy, patience, revive)
  }

  private constructor(
    tests: KnownTest[],
    ask: Ask,
    healthy: HealthySchema,
    patience: Patience,
    revive: (trouble: string) => Promise<unknown>,
  ) {
    this.#revive = revive
    this.#tests = tests
    this.#ask = ask
    this.#healthy = healthy
    this.#patience = patience
  }

  async judge(mutant: Mutant): Promise<Verdict> {
    const started = performance.now()
    const verdict = (outcome: Verdict['outcome'], by: KnownTest | null, because: string): Verdict => ({
      mutant,
      outcome,
      by,
      because,
      ms: performance.now() - started,
    })
    const impossible = await failure(this.#apply(mutant))
    if (impossible !== null) {
      await this.#restore(mutant)
      return verdict('impossible', null, impossible)
    }
    let died = false
    for (;;) {
      const found = await this.#firstFailure(mutant)
      const survived = await this.#restore(mutant)
      if (!survived && !died) {
        // PGlite sometimes dies of old age, so it says nothing the first time.
        died = true
        await this.#apply(mutant)
        continue
      }
      if (!found) return verdict('survived', null, '')
      if (await this.#passesAgain(found.by)) {
        this.#remember(mutant, found.by)
        return verdict('caught', found.by, found.because)
      }
      this.unreliable.add(found.by)
      await this.#apply(mutant)
    }
  }

  async #apply({ apply }: Mutant) {
    for (const sql of apply) await this.#ask(sql)
  }

  /** Whether the engine lived to see it. If not, a new one takes its place. */
  async #restore({ id, undo }: Mutant): Promise<boolean> {
    await failure(leaveSuites())
    const trouble = await failure(this.#healthy.restore(undo))
    if (trouble === null) return true
    await this.#revive(`${id}: ${trouble}`)
    await this.#healthy.restore([])
    return false
  }

  async #firstFailure(mutant: Mutant) {
    for (const by of this.#inOrder(mutant).slice(0, this.#patience.atMost)) {
      const because = await failure(runTest(by))
      if (because !== null) return { by, because }
    }
    return null
  }

  /** A test that fails without the mutant as well says nothing about it. */
  async #passesAgain(test: KnownTest): Promise<boolean> {
    if ((await failure(runTest(test))) === null) return true
    await failure(leaveSuites())
    await this.#healthy.empty()
    return (await failure(runTest(test))) === null
  }

  #remember({ about, kind }: Mutant, test: KnownTest) {
    for (const key of [about, kind]) {
      const counts = this.#caught.get(key) ?? new Map<KnownTest, number>()
      counts.set(test, (counts.get(test) ?? 0) + 1)
      this.#caught.set(key, counts)
    }
  }

  /** File by file, because entering a file may cost as much as its tests; the likeliest first. */
  #inOrder(mutant: Mutant): KnownTest[] {
    const asked = this.#tests.filter(
      (test) => !this.unreliable.has(test) && (this.#patience.everything || mayNotice(mutant, test)),
    )
    const likelihood = new Map(asked.map((test) => [test, this.#likelihood(mutant, test)]))
    const of = (test: KnownTest | undefined) => (test && likelihood.get(test)) ?? 0
    const files = new Map<string, KnownTest[]>()
    for (const test of asked) files.set(test.file, [...(files.get(test.file) ?? []), test])
    return [...files.values()]
      .map((tests) => tests.toSorted((a, b) => of(b) - of(a)))
      .toSorted(([a], [b]) => of(b) - of(a))
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
