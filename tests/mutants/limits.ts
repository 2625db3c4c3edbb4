import { brief } from './mutant'
import { everyLevel, readSql, wordOf, type Group, type Node } from './sqlTree'
import { replaced, type Weakening } from './weakening'

const FAR = '10 years'

/** The number after a comparison, moved by one so that more passes; where passing means being refused, so that less does. */
function movedNumber(level: Node[], index: number): number | null {
  const [beforeAll, bound, comparison] = [-3, -2, -1].map((step) => wordOf(level[index + step]))
  // PostgreSQL prints negative and long numbers as text: '-1440'::integer.
  const literal = /^'?(-?\d+(?:\.\d+)?)'?$/.exec(wordOf(level[index]))?.[1]
  if (literal === undefined) return null
  const number = Number(literal)
  const step = refusing(level, index) ? -1 : 1
  if (comparison === '<=' || comparison === '<') return number + step
  if (comparison === '>=' || comparison === '>') return number - step
  if (comparison === 'between') return number - (bound === 'not' ? 1 : step)
  if (comparison === 'and' && beforeAll === 'between') return number + (notBetween(level, index) ? 1 : step)
  return null
}

const notBetween = (level: Node[], index: number) => wordOf(level[index - 4]) === 'not'

/** Whether the numbers here decide about an `if … then raise`. */
function refusing(level: Node[], index: number): boolean {
  for (let at = index; at >= 0; at--) {
    const word = wordOf(level[at])
    if (word === ';') return false
    if (word === 'if' || word === 'elsif') {
      const then = level.findIndex((node, place) => place > index && wordOf(node) === 'then')
      return then > 0 && wordOf(level[then + 1]) === 'raise'
    }
  }
  return false
}

function numbers(sql: string, level: Node[]): Weakening[] {
  return level.flatMap((node, index) => {
    const moved = movedNumber(level, index)
    if (moved === null) return []
    const what = `${sql.slice(level[Math.max(0, index - 2)]?.start, node.end)} is ${moved}`
    return [
      {
        what: brief(what),
        kind: 'limit',
        sql: replaced(sql, [node], literalLike(node, moved)),
      },
    ]
  })
}

const literalLike = (node: Node, value: number) =>
  wordOf(node).startsWith("'") ? `'${value}'` : String(value)

function spansOfTime(sql: string, level: Node[]): Weakening[] {
  return level.flatMap((node, index) => {
    const word = wordOf(node)
    if (wordOf(level[index - 1]) !== 'interval' || !word.startsWith("'")) return []
    return [{ what: `${word} is ${FAR}`, kind: 'limit', sql: replaced(sql, [node], `'${FAR}'`) }]
  })
}

/** Regular expressions that no longer hold at the beginning or at the end. */
function patterns(sql: string, level: Node[]): Weakening[] {
  return level.flatMap((node, index) => {
    const word = wordOf(node)
    if (!/^!?~\*?$/.test(wordOf(level[index - 1])) || !word.startsWith("'")) return []
    const open = [word.replace(/^'\^/, "'"), word.replace(/\$'$/, "'")].filter((pattern) => pattern !== word)
    return open.map((pattern) => ({
      what: `${word} is ${pattern}`,
      kind: 'limit' as const,
      sql: replaced(sql, [node], pattern),
    }))
  })
}

const CLAMPS = new Set(['least', 'greatest', 'left', 'lower', 'btrim'])

/** `least(x, 9)` and its like as bare `x`. */
function clamps(sql: string, level: Node[]): Weakening[] {
  return level.flatMap((node, index) => {
    const call = level[index + 1]
    if (!CLAMPS.has(wordOf(node)) || call?.kind !== 'group') return []
    const what = `only the first of \`${brief(sql.slice(node.start, call.end))}\``
    return [
      {
        what,
        kind: 'limit',
        sql: replaced(sql, [node, call], `(${firstArgument(sql, call)})`),
      },
    ]
  })
}

function firstArgument(sql: string, { children, start, end }: Group): string {
  const comma = children.find((child) => wordOf(child) === ',')
  return sql.slice(start + 1, comma?.start ?? end - 1)
}

/** Every bound of `sql` moved or taken away: numbers, spans of time, anchors of patterns, clamps. */
export function limits(sql: string): Weakening[] {
  return everyLevel(readSql(sql)).flatMap((level) =>
    [numbers, spansOfTime, patterns, clamps].flatMap((find) => find(sql, level)),
  )
}
