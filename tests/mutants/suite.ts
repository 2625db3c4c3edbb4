/**
 * What the tests of tests/db get when they ask for `vitest` here: it collects them, so that one process can run any of
 * them in any order a thousand times (see: [Note: one process, many mutants] in run.test.ts). `expect` is the real one.
 */
import { readFile } from 'node:fs/promises'
import { format } from 'node:util'
import { expect, inject, vi } from 'vitest'

export { expect, inject, vi }

let runningFile = ''

// The real one would look for the file beside run.test.ts, and write it when there is none.
expect.extend({
  async toMatchFileSnapshot(received: string, name: string) {
    const expected = await readFile(new URL(name, new URL(runningFile, import.meta.url)), 'utf8')
    return { pass: this.equals(received.trim(), expected.trim()), message: () => `not as in ${name}` }
  },
})

type Work = (...parameters: unknown[]) => unknown

interface Suite {
  name: string
  parent: Suite | null
  hooks: Record<'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll', Work[]>
}

export interface CollectedTest {
  file: string
  /** Names of the suites around it and its own. */
  path: string[]
  suite: Suite
  work: Work
  timeout: number
}

const newSuite = (name: string, parent: Suite | null): Suite => ({
  name,
  parent,
  hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
})

const collected: CollectedTest[] = []
let current = newSuite('', null)
let currentFile = ''

const chainOf = (suite: Suite): Suite[] => [...(suite.parent ? chainOf(suite.parent) : []), suite]

/** The function among what was given to `test` or `describe` after the name: options and timeouts may stand around it. */
function workOf(rest: unknown[]): Work {
  const work = rest.find((part) => typeof part === 'function')
  if (!work) throw new Error('a test without a function')
  return work as Work
}

/** Nothing waits this long unless something is stuck. */
const TOO_LONG = 120_000

function timeoutOf(rest: unknown[]): number {
  const given = rest.map((part) =>
    typeof part === 'object' && part !== null && 'timeout' in part ? part.timeout : part,
  )
  return Math.max(TOO_LONG, ...given.filter((part) => typeof part === 'number'))
}

function declareSuite(name: string, ...rest: unknown[]) {
  const outer = current
  current = newSuite(name, outer)
  workOf(rest)()
  current = outer
}

function declareTest(name: string, ...rest: unknown[]) {
  const path = [...chainOf(current).map((suite) => suite.name), name].filter((part) => part !== '')
  collected.push({ file: currentFile, path, suite: current, work: workOf(rest), timeout: timeoutOf(rest) })
}

/** `%s` and `$property` in the name of a case. */
function caseName(name: string, parameters: unknown[]): string {
  const [first] = parameters
  const named = name.replaceAll(/\$(\w+)/g, (whole, property: string) =>
    typeof first === 'object' && first !== null && property in first
      ? String((first as Record<string, unknown>)[property])
      : whole,
  )
  return named.includes('%') ? format(named, ...parameters) : named
}

function forEachCase(declare: (name: string, ...rest: unknown[]) => void, spread: boolean) {
  return (cases: readonly unknown[]) =>
    (name: string, ...rest: unknown[]) => {
      for (const one of cases) {
        const parameters = spread && Array.isArray(one) ? (one as unknown[]) : [one]
        const options = rest.filter((part) => typeof part !== 'function')
        declare(caseName(name, parameters), ...options, () => workOf(rest)(...parameters))
      }
    }
}

export const describe = Object.assign(declareSuite, {
  each: forEachCase(declareSuite, true),
  for: forEachCase(declareSuite, false),
})
export const test = Object.assign(declareTest, {
  each: forEachCase(declareTest, true),
  for: forEachCase(declareTest, false),
})
export const it = test
export const beforeAll = (work: Work) => void current.hooks.beforeAll.push(work)
export const beforeEach = (work: Work) => void current.hooks.beforeEach.push(work)
export const afterEach = (work: Work) => void current.hooks.afterEach.push(work)
export const afterAll = (work: Work) => void current.hooks.afterAll.push(work)

/** Everything that the files declare while `load` imports them, one after the other. */
export async function collect(files: Record<string, () => Promise<unknown>>): Promise<CollectedTest[]> {
  for (const [file, load] of Object.entries(files)) {
    currentFile = file
    current = newSuite('', null)
    await load()
  }
  return collected
}

let entered: Suite[] = []

/** Leaves every suite that is open, so that the next test prepares everything anew. */
export async function leaveSuites() {
  await leaveTo(0)
}

async function leaveTo(depth: number) {
  while (entered.length > depth) {
    const suite = entered.pop()
    for (const hook of suite?.hooks.afterAll.toReversed() ?? []) await hook()
  }
}

async function enter(chain: Suite[]) {
  const shared = chain.findIndex((suite, depth) => entered[depth] !== suite)
  await leaveTo(shared < 0 ? chain.length : shared)
  for (const suite of chain.slice(entered.length)) {
    entered.push(suite)
    for (const hook of suite.hooks.beforeAll) await hook()
  }
}

/** Prepares what the suites around a test prepare once. */
export const enterSuites = (test: CollectedTest): Promise<void> => enter(chainOf(test.suite))

/** Runs one test with the hooks around it. Rejects with what failed. */
export async function runTest({ suite, work, path, file, timeout }: CollectedTest) {
  runningFile = file
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${path.join(' › ')}: took too long`)), timeout)
  })
  const chain = chainOf(suite)
  const whole = async () => {
    await enter(chain)
    for (const { hooks } of chain) for (const hook of hooks.beforeEach) await hook()
    try {
      await work()
    } finally {
      for (const { hooks } of chain.toReversed()) for (const hook of hooks.afterEach) await hook()
    }
  }
  try {
    await Promise.race([whole(), late])
  } finally {
    clearTimeout(timer)
  }
}
