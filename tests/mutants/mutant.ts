import type { Row } from '../db/engines'

export const kinds = [
  'row-level security',
  'policy',
  'grant',
  'check',
  'constraint',
  'trigger',
  'refusal',
  'condition',
  'limit',
  'effect',
  'lock',
  'function',
  'bucket',
] as const
export type Kind = (typeof kinds)[number]

/** The schema with one thing dropped or weakened. */
export interface Mutant {
  /** What is weakened, in words; the same in every run. */
  id: string
  kind: Kind
  /** The table or function it belongs to, without schema: tests that speak of it run first. */
  about: string
  apply: string[]
  undo: string[]
}

/** One statement as the owner of the database. */
export type Ask = (sql: string, parameters?: unknown[]) => Promise<Row[]>

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** SQL on one line, as part of an id. */
export const brief = (sql: string): string => {
  const line = sql.replaceAll(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 157)}…` : line
}

export const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`
export const quoteText = (value: string) => `'${value.replaceAll("'", "''")}'`
