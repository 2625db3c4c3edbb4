/** One condition of a subscription's filter: `user_id=eq.…`, `status=in.(a,b)`, `title=not.eq.x`. */
interface Condition {
  column: string
  negated: boolean
  operator: Operator
  value: string
}

const operators = ['eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'in', 'is'] as const
type Operator = (typeof operators)[number]

export type PostgresFilter = Condition[]

/** @returns null for a filter that we cannot evaluate; the subscription must then be refused, not widened */
export function parseFilter(text: string | undefined): PostgresFilter | null {
  if (!text) return []
  const conditions = splitConditions(text).map(parseCondition)
  return conditions.includes(null) ? null : conditions.filter((condition) => condition !== null)
}

/** Whether all conditions hold for a row. A row without the column fails. */
export function matchesFilter(filter: PostgresFilter, row: Record<string, unknown>): boolean {
  return filter.every((condition) => {
    if (!(condition.column in row)) return false
    const actual = row[condition.column]
    if (actual === null && condition.operator !== 'is') return false
    return holds(condition, actual) !== condition.negated
  })
}

/** Commas separate conditions, but not inside `(…)` or `"…"`. */
function splitConditions(text: string): string[] {
  return text.match(/(?:"(?:[^"\\]|\\.)*"|\([^)]*\)|[^,("])+/g) ?? []
}

function parseCondition(text: string): Condition | null {
  const match = /^(\w+)=(not\.)?(\w+)\.(.*)$/s.exec(text)
  const [, column, not, name, value] = match ?? []
  const operator = operators.find((known) => known === name)
  if (column === undefined || value === undefined || operator === undefined) return null
  return { column, negated: not !== undefined, operator, value }
}

function holds({ operator, value }: Condition, actual: unknown): boolean {
  switch (operator) {
    case 'eq':
      return compare(actual, unquote(value)) === 0
    case 'neq':
      return compare(actual, unquote(value)) !== 0
    case 'lt':
      return compare(actual, unquote(value)) < 0
    case 'lte':
      return compare(actual, unquote(value)) <= 0
    case 'gt':
      return compare(actual, unquote(value)) > 0
    case 'gte':
      return compare(actual, unquote(value)) >= 0
    case 'in':
      return listItems(value).some((item) => compare(actual, item) === 0)
    case 'is':
      return String(actual) === value
    default:
      return operator satisfies never
  }
}

function compare(actual: unknown, text: string): number {
  const value = typeof actual === 'number' ? Number(text) : text
  const own = typeof actual === 'number' ? actual : String(actual)
  return own === value ? 0 : own < value ? -1 : 1
}

function listItems(list: string): string[] {
  const items: string[] = list.replace(/^\(|\)$/g, '').match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? []
  return items.map(unquote)
}

function unquote(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1).replace(/\\(.)/gs, '$1') : text
}
