import { existsSync, readFileSync } from 'node:fs'

/** A test as a table cites it: `file › name`. */
export interface CitedTest {
  readonly file: string
  readonly name: string
}

/** The lines of a document that are rows of a table, cut into their cells. A `|` inside is written `\|`. */
export const rowsOf = (document: string, id: RegExp): string[][] =>
  readFileSync(document, 'utf8')
    .split('\n')
    .filter((line) => id.test(line))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1)
        .map((cell) => cell.trim()),
    )

/** The code spans of a cell: `path` or `path › test name`. */
export const spans = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span.replaceAll('\\|', '|'))

export const citedTests = (cell: string): CitedTest[] =>
  spans(cell).map((span) => {
    const [file = '', name = ''] = span.split(' › ')
    return { file, name }
  })

/** Where `npm test` looks for tests. */
const IS_RUN =
  /^(src\/.*\.test\.tsx?|tests\/(db|embedded|browser|docs)\/.*\.test\.tsx?|tests\/e2e\/.*\.spec\.ts)$/

/** Is there such a test, and is it run? */
export const exists = ({ file, name }: CitedTest): boolean =>
  IS_RUN.test(file) && existsSync(file) && name !== '' && declares(file, name)

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
