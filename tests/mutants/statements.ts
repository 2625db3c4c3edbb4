import { brief } from './mutant'
import { readSql, wordOf } from './sqlTree'
import { replaced, type Weakening } from './weakening'

const STARTS = new Set(['perform', 'insert', 'update', 'delete', 'new', 'continue'])
const BEFORE = new Set([';', 'begin', 'then', 'else', 'loop'])

/** The statement of a PL/pgSQL body around a place, and what follows it. */
function statementAt(sql: string, at: number): { statement: string; next: string } {
  const nodes = readSql(sql)
  const start = nodes.findLast((node) => node.start < at && BEFORE.has(wordOf(node)))?.end ?? 0
  const end = nodes.find((node) => node.start >= at && wordOf(node) === ';')?.end ?? sql.length
  return { statement: sql.slice(start, end).trim(), next: sql.slice(end).trim() }
}

/** Whether the statement at a place only takes locks, and nobody asks afterwards whether there was anything to lock. */
export function isOnlyLock(sql: string, at: number): boolean {
  const { statement, next } = statementAt(sql, at)
  return (
    /^perform\s/.test(statement) &&
    /for no key update|pg_advisory/.test(statement) &&
    !/^(if|continue when) (not )?found/.test(next)
  )
}

/** Each statement of a PL/pgSQL body that does something, left out. */
export function effects(sql: string): Weakening[] {
  const nodes = readSql(sql)
  return nodes.flatMap((node, index) => {
    if (!STARTS.has(wordOf(node)) || !BEFORE.has(wordOf(nodes[index - 1]))) return []
    const end = nodes.findIndex((later, place) => place > index && wordOf(later) === ';')
    const source = sql.slice(node.start, nodes[end]?.start)
    // These are mutants of their own: see locks().
    if (isOnlyLock(sql, node.start + 1) || source.startsWith('perform private.enter(')) return []
    const without = replaced(sql, nodes.slice(index, end), 'null')
    return [{ what: `without \`${brief(source)}\``, kind: 'effect', sql: without }]
  })
}

const LOCKS = [
  { lock: /for (no key )?update( skip locked)?/g, by: '' },
  { lock: /pg_advisory_xact_lock\(.*\)(?=;)/g, by: '1' },
]

/** Each lock of a body not taken, each `skip locked` waiting after all, each door that does not ask who enters. */
export function locks(sql: string): Weakening[] {
  const changed = (pattern: RegExp, by: string, kind: Weakening['kind'], what?: string): Weakening[] =>
    [...sql.matchAll(pattern)].map(({ 0: old, index }) => ({
      what: what ?? `without \`${old}\``,
      kind,
      sql: sql.slice(0, index) + by + sql.slice(index + old.length),
    }))
  return [
    ...LOCKS.flatMap(({ lock, by }) => changed(lock, by, 'lock')),
    ...changed(/ skip locked/g, '', 'lock', 'waits instead of `skip locked`'),
    ...changed(/private\.enter\(\)/g, 'auth.uid()', 'refusal', 'does not enter, only asks who calls'),
  ]
}
