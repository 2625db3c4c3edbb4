import { brief } from './mutant'
import { extent, replaced, type Weakening } from './weakening'
import { everyLevel, readSql, wordOf, type Node } from './sqlTree'
import { isOnlyLock } from './statements'

/** Terms joined by `and` and `or`, with the word in front of the first. */
interface Segment {
  opener: string
  before: string
  terms: Node[][]
  joints: string[]
  /** The word after the last term, and the one after that. */
  after: [string, string]
}

const BOUNDARIES = new Set(
  `; , := then else where on if elsif when while select from join cross union order group limit offset returning for
   set into return perform as begin declare loop end do values raise continue`.split(/\s+/),
)

function segmentsOf(level: Node[]): Segment[] {
  const segments: Segment[] = []
  let segment: Segment = { opener: '', before: '', terms: [[]], joints: [], after: ['', ''] }
  let between = false
  level.forEach((node, index) => {
    const word = wordOf(node)
    const previous = wordOf(level[index - 1])
    const next = level[index + 1]
    const isBoundary = BOUNDARIES.has(word) && !(word === 'from' && previous === 'distinct')
    if (isBoundary) {
      segment.after = [word, wordOf(next)]
      segments.push(segment)
      segment = { opener: word, before: previous, terms: [[]], joints: [], after: ['', ''] }
    } else if ((word === 'and' && !between) || word === 'or') {
      segment.joints.push(word)
      segment.terms.push([])
    } else {
      segment.terms.at(-1)?.push(node)
    }
    between = word === 'between' || (between && word !== 'and')
  })
  return [...segments, segment]
}

const sourceOf = (sql: string, nodes: Node[]) => brief(sql.slice(extent(nodes).start, extent(nodes).end))

/**
 * Every condition of `sql` that can be taken away: each term of an `and` held to be true, each term of an `or` held to be
 * false, each lone `where` and `on` left out, each `if` never (and, when it refuses nothing, always) entered.
 */
export function conditions(sql: string): Weakening[] {
  return everyLevel(readSql(sql))
    .flatMap(segmentsOf)
    .flatMap(({ opener, before, terms, joints, after }) => {
      const whole = terms.flat()
      if (whole.length === 0 || wordOf(whole[0]) === 'conflict') return []
      const isIf = (opener === 'if' || opener === 'elsif') && after[0] === 'then'
      const refuses = isIf && after[1] === 'raise'
      const held = (nodes: Node[], what: string, by: 'true' | 'false'): Weakening => ({
        what: `${what} \`${sourceOf(sql, nodes)}\``,
        kind: refuses ? 'refusal' : isOnlyLock(sql, extent(nodes).start) ? 'lock' : 'condition',
        sql: replaced(sql, nodes, by),
      })
      const weakened: Weakening[] = []
      if (isIf) weakened.push(held(whole, 'never', 'false'))
      if (isIf && !refuses) weakened.push(held(whole, 'always', 'true'))
      if (joints.length > 0) {
        for (const [index, term] of terms.entries()) {
          const joined = [joints[index - 1], joints[index]]
          weakened.push(held(term, 'without', joined.includes('and') ? 'true' : 'false'))
        }
      } else if (opener === 'where' || opener === 'on') {
        weakened.push(held(whole, 'without', 'true'))
      } else if (opener === 'when' && before === 'continue') {
        weakened.push(held(whole, 'never', 'false'))
      }
      return weakened
    })
}
