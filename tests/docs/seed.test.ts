// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** The rows of the checklist the product was asked for with, by group. */
const GROUPS = { S: 5, A: 13, U: 9, V: 14, Q: 11, R: 7, P: 3, B: 3, E: 3, C: 7 } as const
const CHECKLIST = Object.entries(GROUPS).flatMap(([group, rows]) =>
  Array.from({ length: rows }, (_, index) => `${group}${index + 1}`),
)

type Row = { id: string; places: string[]; tests: { file: string; name: string }[]; better: string }

/** A code span of the table: `path` or `path › test name`; a `|` inside is written `\|`. */
const spans = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span.replaceAll('\\|', '|'))

const rows = readFileSync('docs/seed.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]\d+ /.test(line))
  .map((line): Row => {
    const [, id = '', places = '', tests = '', better = ''] = line
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim())
    return {
      id,
      places: spans(places),
      tests: spans(tests).map((span) => {
        const [file = '', name = ''] = span.split(' › ')
        return { file, name }
      }),
      better,
    }
  })

/** Where `npm test` looks for tests. */
const IS_RUN =
  /^(src\/.*\.test\.tsx?|tests\/(db|embedded|browser|docs)\/.*\.test\.tsx?|tests\/e2e\/.*\.spec\.ts)$/

/** Does the file declare a test of exactly this name, and run it? */
function declares(file: string, name: string): boolean {
  const quoted = ["'", '"', '`'].map((quote) => quote + name.replaceAll(quote, `\\${quote}`) + quote)
  const source = readFileSync(file, 'utf8')
  return quoted.some((literal) => {
    const at = source.indexOf(literal)
    return (
      at > 0 &&
      /\b(test|it)(\.(each|for)(<[^]*?>)?\([^]*?\))?\(\s*$/.test(source.slice(Math.max(0, at - 2000), at))
    )
  })
}

test('every row of the checklist is in the table exactly once', () => {
  expect(rows.map(({ id }) => id)).toEqual(CHECKLIST)
})

describe.each(rows)('row $id', ({ places, tests, better }) => {
  test('names where it lives, and that is there', () => {
    expect(places.length).toBeGreaterThan(0)
    expect(places.filter((place) => !existsSync(place))).toEqual([])
  })
  test('names a test that exists and is run', () => {
    expect(tests.length).toBeGreaterThan(0)
    const missing = tests.filter(
      ({ file, name }) => !IS_RUN.test(file) || !existsSync(file) || name === '' || !declares(file, name),
    )
    expect(missing).toEqual([])
  })
  test('says what is better than it was asked for', () => {
    expect(better.length).toBeGreaterThan(10)
  })
})
