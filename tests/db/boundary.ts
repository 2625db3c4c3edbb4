import { readFileSync } from 'node:fs'
import type { Row } from './engines'

type Query = (sql: string, parameters?: unknown[]) => Promise<Row[]>

/** Whom the API lets in, and what they inherit. The owner of the schema and the service role are not behind the boundary. */
const CLIENTS = `('anon', 'authenticated', 'PUBLIC')`
/** The schemas that are ours. */
const OURS = `('public'::regnamespace, 'private'::regnamespace)`

/** What PostgREST serves, by supabase/config.toml; and what it would serve without a configuration. */
export function exposedSchemas(): string[] {
  const config = readFileSync(new URL('../../supabase/config.toml', import.meta.url), 'utf8')
  const listed = /^schemas = \[(.*)\]$/m.exec(config)?.[1] ?? ''
  return ['public', 'graphql_public', ...[...listed.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)]
}

/** Rules that hold for whatever there is, each with a query that finds what breaks it. */
const rules: [breach: string, sql: string][] = [
  [
    'has no row-level security',
    `select oid::regclass::text as name from pg_class
     where relkind in ('r', 'p') and not relrowsecurity
       and (relnamespace in ${OURS} or relnamespace::regnamespace::text = any ($1))`,
  ],
  [
    'is a view, which row-level security does not see',
    `select oid::regclass::text as name from pg_class
     where relkind in ('v', 'm') and (relnamespace in ${OURS} or relnamespace::regnamespace::text = any ($1))`,
  ],
  [
    'asks who is calling once per row',
    `select format('policy "%s" on %s.%s', policyname, schemaname, tablename) as name from pg_policies
     where regexp_replace(
         concat_ws(' ', qual, with_check), '\\( SELECT auth\\.(uid|jwt|role|email)\\(\\) AS \\w+\\)', '', 'g'
       ) ~ 'auth\\.(uid|jwt|role|email)\\('`,
  ],
  [
    'is for every command at once',
    `select format('policy "%s" on %s.%s', policyname, schemaname, tablename) as name from pg_policies where cmd = 'ALL'`,
  ],
  [
    'is for whoever comes',
    `select format('policy "%s" on %s.%s', policyname, schemaname, tablename) as name from pg_policies
     where 'public' = any (roles)`,
  ],
  [
    'is a definer function that the API exposes',
    `select oid::regprocedure::text as name from pg_proc
     where prosecdef and pronamespace::regnamespace::text = any ($1)`,
  ],
  [
    'is a definer function without an empty search_path',
    `select oid::regprocedure::text as name from pg_proc
     where prosecdef and coalesce(proconfig, '{}') <> array['search_path=""']
       and pronamespace::regnamespace::text !~ '^(pg_|information_schema|auth|storage|realtime|extensions)'`,
  ],
  [
    'is a function of ours without an empty search_path',
    `select oid::regprocedure::text as name from pg_proc
     where pronamespace in ${OURS} and not prosecdef and coalesce(proconfig, '{}') <> array['search_path=""']`,
  ],
  [
    'may be executed by PUBLIC',
    `select oid::regprocedure::text as name from pg_proc
     where pronamespace in ${OURS} and exists (
       select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0
     )`,
  ],
]

/** Everything that breaks a rule, as sentences. $1 is what the API exposes. */
export async function findBreaches(query: Query): Promise<string[]> {
  const breaches: string[] = []
  for (const [breach, sql] of rules) {
    const found = await query(sql, sql.includes('$1') ? [exposedSchemas()] : [])
    breaches.push(...found.map(({ name }) => `${String(name)} ${breach}`))
  }
  return breaches
}

/** `grantee: privilege, …` for each client, from an access control list. */
const grantsOf = (acl: string, kind: string, owner: string) => `(
  select string_agg(format('%s: %s', grantee, privileges), E'\\n' order by grantee)
  from (
    select grantee, string_agg(privilege, ', ' order by privilege) as privileges
    from (
      select
        coalesce(rolname, 'PUBLIC') as grantee,
        lower(privilege_type) || case when is_grantable then ' and passes it on' else '' end as privilege
      from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner})))
      left join pg_roles on pg_roles.oid = grantee
    ) as every
    where grantee in ${CLIENTS}
    group by grantee
  ) as client
)`

const sections: [title: string, sql: string][] = [
  [
    'database',
    `select 'database' as name, ${grantsOf('datacl', 'd', 'datdba')} as lines
     from pg_database where datname = current_database()`,
  ],
  [
    'schemas',
    `select 'schema ' || nspname as name, ${grantsOf('nspacl', 'n', 'nspowner')} as lines
     from pg_namespace where oid in ${OURS}`,
  ],
  [
    'tables and sequences',
    `select
       case relkind when 'S' then 'sequence ' else 'table ' end || format('%s.%s', relnamespace::regnamespace, relname) as name,
       concat_ws(
         E'\\n',
         ${grantsOf('relacl', 'r', 'relowner').replace(`'r'`, `case relkind when 'S' then 's' else 'r' end::"char"`)},
         (
           select string_agg(format('%s: %s', grantee, columns), E'\\n' order by grantee, columns)
           from (
             select
               coalesce(rolname, 'PUBLIC') as grantee,
               lower(privilege_type) || ' (' || string_agg(attname, ', ' order by attname) || ')' as columns
             from pg_attribute
             cross join lateral aclexplode(attacl)
             left join pg_roles on pg_roles.oid = grantee
             where attrelid = pg_class.oid and not attisdropped
             group by 1, privilege_type
           ) as granted
           where grantee in ${CLIENTS}
         )
       ) as lines
     from pg_class where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and relnamespace in ${OURS}`,
  ],
  [
    'policies',
    `select
       format('policy on %s.%s for %s to %s: %s', schemaname, tablename, lower(cmd), array_to_string(roles, ', '), policyname)
         as name,
       concat_ws(
         E'\\n',
         case permissive when 'RESTRICTIVE' then 'restrictive' end,
         'using ' || regexp_replace(qual, '\\s+', ' ', 'g'),
         'check ' || regexp_replace(with_check, '\\s+', ' ', 'g')
       ) as lines
     from pg_policies`,
  ],
  [
    'functions',
    `select
       format('function %s.%s(%s)', pronamespace::regnamespace, proname, pg_get_function_identity_arguments(oid))
         || case when prosecdef then ', definer' else '' end as name,
       ${grantsOf('proacl', 'f', 'proowner')} as lines
     from pg_proc where pronamespace in ${OURS}`,
  ],
  [
    'what clients may do with things made later',
    `select
       format(
         '%s of %s%s',
         case defaclobjtype
           when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
           else 'schemas'
         end,
         pg_get_userbyid(defaclrole),
         case when defaclnamespace <> 0 then ' in schema ' || defaclnamespace::regnamespace else '' end
       ) as name,
       ${grantsOf('defaclacl', 'r', 'defaclrole')} as lines
     from pg_default_acl where defaclnamespace = 0 or defaclnamespace in ${OURS}`,
  ],
  [
    'what is sent to whoever may select it',
    `select 'publication ' || pubname || ': ' || schemaname || '.' || tablename as name, null as lines
     from pg_publication_tables`,
  ],
]

/** Every right a client has, as text that people can read and compare. */
export async function describeBoundary(query: Query): Promise<string> {
  const text = [
    'What clients may do, as the migrations leave it. Whatever is not written here they may not.',
    'Written by `npx vitest run --project db tests/db/sweep.test.ts --update`. A change of this file is a change of the',
    'security boundary: read it as one.',
  ]
  for (const [title, sql] of sections) {
    text.push('', `== ${title}`)
    const things = (await query(sql)).map(({ name, lines }) => ({
      name: String(name),
      lines: typeof lines === 'string' && lines !== '' ? lines.split('\n') : [],
    }))
    things.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const { name, lines } of things) text.push(name, ...lines.map((line) => `  ${line}`))
  }
  return `${text.join('\n')}\n`
}
