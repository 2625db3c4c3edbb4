import { quoteName, text, type Ask, type Mutant } from './mutant'

const CLIENTS = ['anon', 'authenticated']
const OURS = `('public'::regnamespace, 'private'::regnamespace)`

function grantMutant(about: string, right: string, on: string, role: string, granted: boolean): Mutant {
  const grant = `grant ${right} on ${on} to ${role}`
  const revoke = `revoke ${right} on ${on} from ${role}`
  return {
    id: `${granted ? 'without' : 'with'} ${grant}`,
    kind: 'grant',
    about,
    apply: [granted ? revoke : grant],
    undo: [granted ? grant : revoke],
  }
}

/** Each grant on a table taken away, and each there is not given. */
async function onTables(ask: Ask): Promise<Mutant[]> {
  const rights = await ask(
    `select oid::regclass::text as "table", relname as about, role, right_name,
       has_table_privilege(role, oid, right_name) as granted,
       (select string_agg(quote_ident(attname), ', ' order by attnum)
        from pg_attribute cross join lateral aclexplode(attacl) as right_on_column
        where attrelid = pg_class.oid and grantee = role::regrole
          and lower(privilege_type) = right_name) as columns
     from pg_class, unnest($1::text[]) as role,
       unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as right_name
     where relkind = 'r' and relnamespace in ${OURS} order by 1, 3, 4`,
    [CLIENTS],
  )
  return rights.map((row) => {
    const [right, table, role] = [text(row.right_name), text(row.table), text(row.role)]
    const mutant = grantMutant(text(row.about), right, table, role, row.granted === true)
    if (row.columns === null) return mutant
    // Taken from the table, a right is also taken from each of its columns.
    return {
      ...mutant,
      undo: [...mutant.undo, `grant ${right} (${text(row.columns)}) on ${table} to ${role}`],
    }
  })
}

/** The same for the columns that the signed-in write one by one. */
async function onColumns(ask: Ask): Promise<Mutant[]> {
  const rights = await ask(
    `select attrelid::regclass::text as "table", relname as about, attname as name, right_name,
       has_column_privilege('authenticated', attrelid, attnum, right_name) as granted
     from pg_attribute join pg_class on pg_class.oid = attrelid, unnest(array['insert', 'update']) as right_name
     where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
       and not has_table_privilege('authenticated', attrelid, right_name)
     order by 1, 3, 4`,
  )
  return rights.map((row) =>
    grantMutant(
      text(row.about),
      `${text(row.right_name)} (${quoteName(text(row.name))})`,
      text(row.table),
      'authenticated',
      row.granted === true,
    ),
  )
}

async function onFunctions(ask: Ask): Promise<Mutant[]> {
  const rights = await ask(
    `select oid::regprocedure::text as function, proname as about, role,
       has_function_privilege(role, oid, 'execute') as granted
     from pg_proc, unnest($1::text[]) as role
     where pronamespace in ${OURS} order by 1, 3`,
    [CLIENTS],
  )
  return rights.map((row) =>
    grantMutant(
      text(row.about),
      'execute',
      `function ${text(row.function)}`,
      text(row.role),
      row.granted === true,
    ),
  )
}

/** What the next table and function would be given if nobody said anything. */
function byDefault(): Mutant[] {
  const grants = CLIENTS.flatMap((role) =>
    ['all on tables', 'all on sequences', 'execute on functions'].map((right) => ({
      where: 'in schema public',
      right,
      role,
    })),
  )
  return [...grants, { where: '', right: 'execute on functions', role: 'public' }].map(
    ({ where, right, role }) => ({
      id: `by default ${where}: with grant ${right} to ${role}`,
      kind: 'grant',
      about: 'default privileges',
      apply: [`alter default privileges ${where} grant ${right} to ${role}`],
      undo: [`alter default privileges ${where} revoke ${right} from ${role}`],
    }),
  )
}

/** Every right of the anonymous and the signed-in, taken away where they have it, given where they have not. */
export async function grantMutants(ask: Ask): Promise<Mutant[]> {
  return [
    ...(await onTables(ask)),
    ...(await onColumns(ask)),
    ...(await onFunctions(ask)),
    grantMutant('any schema', 'usage', 'schema private', 'authenticated', true),
    grantMutant('any schema', 'usage', 'schema private', 'anon', false),
    grantMutant('any schema', 'create', 'schema private', 'authenticated', false),
    grantMutant('any schema', 'create', 'schema public', 'authenticated', false),
    ...byDefault(),
  ]
}
