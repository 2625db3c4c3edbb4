import { conditions } from './conditions'
import { limits } from './limits'
import { brief, quoteName, quoteText, text, type Ask, type Kind, type Mutant } from './mutant'

const OURS = `('public'::regnamespace, 'private'::regnamespace)`

/** Row-level security of each table switched off. */
export async function rowSecurityMutants(ask: Ask): Promise<Mutant[]> {
  const tables = await ask(
    `select oid::regclass::text as "table", relname as about from pg_class
     where relrowsecurity and relnamespace in ${OURS} order by 1`,
  )
  return tables.map((row) => ({
    id: `${text(row.table)}: row-level security off`,
    kind: 'row-level security',
    about: text(row.about),
    apply: [`alter table ${text(row.table)} disable row level security`],
    undo: [`alter table ${text(row.table)} enable row level security`],
  }))
}

/** Each check, unique constraint and foreign key dropped; each check without each of its terms and with moved limits. */
export async function constraintMutants(ask: Ask): Promise<Mutant[]> {
  const constraints = await ask(
    `select conrelid::regclass::text as "table", relname as about, conname as name, contype as type,
       pg_get_constraintdef(pg_constraint.oid) as definition
     from pg_constraint join pg_class on pg_class.oid = conrelid
     where connamespace in ${OURS} and contype in ('c', 'u', 'f') order by 1, 2, 3`,
  )
  return constraints.flatMap((row) => {
    const [name, definition, type] = [quoteName(text(row.name)), text(row.definition), text(row.type)]
    const alter = `alter table ${text(row.table)}`
    const kind: Kind = type === 'c' ? 'check' : 'constraint'
    const mutant = (what: string, ...apply: string[]): Mutant => ({
      id: `${text(row.table)}, ${brief(definition)}: ${what}`,
      kind,
      about: text(row.about),
      apply: [`${alter} drop constraint ${name}`, ...apply],
      undo: [
        ...(apply.length > 0 ? [`${alter} drop constraint ${name}`] : []),
        `${alter} add constraint ${name} ${definition}`,
      ],
    })
    const weaker = type === 'c' ? [...conditions(definition), ...limits(definition)] : []
    return [
      mutant('dropped'),
      ...weaker.map(({ what, sql }) => mutant(what, `${alter} add constraint ${name} ${sql} not valid`)),
    ]
  })
}

/** Each unique index that is not a constraint dropped. */
export async function uniqueIndexMutants(ask: Ask): Promise<Mutant[]> {
  const indexes = await ask(
    `select indexrelid::regclass::text as name, relname as about, pg_get_indexdef(indexrelid) as definition
     from pg_index join pg_class on pg_class.oid = indrelid
     where indisunique and relnamespace in ${OURS}
       and not exists (select from pg_constraint where conindid = indexrelid) order by 1`,
  )
  return indexes.map((row) => ({
    id: `${text(row.name)}: dropped`,
    kind: 'constraint',
    about: text(row.about),
    apply: [`drop index ${text(row.name)}`],
    undo: [text(row.definition)],
  }))
}

/** `not null` taken from each column that clients write. */
export async function notNullMutants(ask: Ask): Promise<Mutant[]> {
  const columns = await ask(
    `select attrelid::regclass::text as "table", relname as about, attname as name
     from pg_attribute join pg_class on pg_class.oid = attrelid
     where attnotnull and attnum > 0 and relkind = 'r' and relnamespace in ${OURS}
       and (has_column_privilege('authenticated', attrelid, attnum, 'insert')
         or has_column_privilege('authenticated', attrelid, attnum, 'update'))
       and not exists (select from pg_index where indrelid = attrelid and indisprimary and attnum = any (indkey))
     order by 1, 3`,
  )
  return columns.map((row) => {
    const alter = `alter table ${text(row.table)} alter column ${quoteName(text(row.name))}`
    return {
      id: `${text(row.table)}.${text(row.name)}: may be null`,
      kind: 'check',
      about: text(row.about),
      apply: [`${alter} drop not null`],
      undo: [`${alter} set not null`],
    }
  })
}

/** Each bucket public, of any size, of any type. */
export async function bucketMutants(ask: Ask): Promise<Mutant[]> {
  const buckets = await ask(
    `select id, file_size_limit::text as size, allowed_mime_types::text as types from storage.buckets order by id`,
  )
  return buckets.flatMap((row) => {
    const bucket = quoteText(text(row.id))
    const set = (what: string, column: string, weak: string, strong: string): Mutant => ({
      id: `bucket ${text(row.id)}: ${what}`,
      kind: 'bucket',
      about: 'buckets',
      apply: [`update storage.buckets set ${column} = ${weak} where id = ${bucket}`],
      undo: [`update storage.buckets set ${column} = ${strong} where id = ${bucket}`],
    })
    return [
      set('public', 'public', 'true', 'false'),
      set('files of any size', 'file_size_limit', 'null', text(row.size)),
      set('files of any type', 'allowed_mime_types', 'null', quoteText(text(row.types))),
    ]
  })
}
