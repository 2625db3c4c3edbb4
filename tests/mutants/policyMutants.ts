import { conditions } from './conditions'
import { brief, quoteName, text, type Ask, type Mutant } from './mutant'

const POLICIES = `
  select polname as name, polrelid::regclass::text as "table", relname as about, polcmd as command,
    (select string_agg(case role when 0 then 'public' else role::regrole::text end, ', ') from unnest(polroles) as role)
      as roles,
    pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
  from pg_policy join pg_class on pg_class.oid = polrelid
  order by 2, 1`

const COMMANDS: Record<string, string> = { r: 'select', a: 'insert', w: 'update', d: 'delete', '*': 'all' }

/** Each policy dropped, opened, open to the anonymous, and without each of its terms. */
export async function policyMutants(ask: Ask): Promise<Mutant[]> {
  return (await ask(POLICIES)).flatMap((row) => {
    const [table, about, roles] = [text(row.table), text(row.about), text(row.roles)]
    const on = `${quoteName(text(row.name))} on ${table}`
    const clauses = [
      { clause: 'using', rule: text(row.using) },
      { clause: 'with check', rule: text(row.check) },
    ].filter(({ rule }) => rule !== '')
    const mutant = (what: string, apply: string, undo: string): Mutant => ({
      id: `${table}, policy "${text(row.name)}": ${what}`,
      kind: 'policy',
      about,
      apply: [apply],
      undo: [undo],
    })
    const whole = clauses.map(({ clause, rule }) => `${clause} (${rule})`).join(' ')
    const command = COMMANDS[text(row.command)] ?? ''
    return [
      mutant('dropped', `drop policy ${on}`, `create policy ${on} for ${command} to ${roles} ${whole}`),
      mutant('for everybody', `alter policy ${on} to public`, `alter policy ${on} to ${roles}`),
      ...clauses.flatMap(({ clause, rule }) => {
        const changed = (what: string, sql: string) =>
          mutant(`${clause} ${what}`, `alter policy ${on} ${clause} (${sql})`, `alter policy ${on} ${whole}`)
        const terms = conditions(rule).map(({ what, sql }) => changed(what, sql))
        return rule === 'true' ? terms : [changed(`true instead of ${brief(rule)}`, 'true'), ...terms]
      }),
    ]
  })
}
