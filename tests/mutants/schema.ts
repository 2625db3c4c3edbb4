import { attributeMutants, bodyMutants, triggerMutants } from './functionMutants'
import { grantMutants } from './grantMutants'
import type { Ask, Mutant } from './mutant'
import { policyMutants } from './policyMutants'
import {
  bucketMutants,
  constraintMutants,
  notNullMutants,
  rowSecurityMutants,
  uniqueIndexMutants,
} from './tableMutants'

/** Every mutant of the schema that `ask` speaks to, in the same order each time and each with a name of its own. */
export async function everyMutant(ask: Ask): Promise<Mutant[]> {
  const mutants: Mutant[] = []
  for (const find of [
    rowSecurityMutants,
    policyMutants,
    grantMutants,
    constraintMutants,
    notNullMutants,
    uniqueIndexMutants,
    triggerMutants,
    bodyMutants,
    attributeMutants,
    bucketMutants,
  ]) {
    mutants.push(...(await find(ask)))
  }
  const seen = new Map<string, number>()
  return mutants.map((mutant) => {
    const nth = (seen.get(mutant.id) ?? 0) + 1
    seen.set(mutant.id, nth)
    return nth === 1 ? mutant : { ...mutant, id: `${mutant.id} (${nth})` }
  })
}

/** What must be as before once a mutant is undone. */
const EVERYTHING = `
  select 'policy' as kind, to_jsonb(p)::text as what from pg_policies as p
  union all
  select 'table', concat(oid::regclass, ' ', relrowsecurity, ' ', (select array_agg(a::text order by a::text)
    from unnest(coalesce(relacl, acldefault('r', relowner))) as a)) from pg_class where relkind = 'r'
      and relnamespace in ('public'::regnamespace, 'private'::regnamespace)
  union all
  select 'column', concat(attrelid::regclass, '.', attname, ' ', attnotnull, ' ', (select array_agg(a::text order by a::text)
    from unnest(attacl) as a)) from pg_attribute join pg_class on pg_class.oid = attrelid where relkind = 'r'
      and attnum > 0 and relnamespace in ('public'::regnamespace, 'private'::regnamespace)
  union all
  select 'constraint', concat(conrelid::regclass, ' ', conname, ' ', pg_get_constraintdef(oid)) from pg_constraint
    where connamespace in ('public'::regnamespace, 'private'::regnamespace)
  union all
  select 'index', pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indrelid
    where relnamespace in ('public'::regnamespace, 'private'::regnamespace)
  union all
  select 'trigger', concat(pg_get_triggerdef(oid), ' ', tgenabled) from pg_trigger where not tgisinternal
  union all
  select 'function', concat(pg_get_functiondef(oid), ' ', (select array_agg(a::text order by a::text)
    from unnest(coalesce(proacl, acldefault('f', proowner))) as a)) from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
  union all
  select 'schema', concat(nspname, ' ', (select array_agg(a::text order by a::text) from unnest(coalesce(nspacl, acldefault('n', nspowner))) as a))
    from pg_namespace where nspname in ('public', 'private')
  union all
  select 'default', concat(defaclnamespace, ' ', defaclobjtype, ' ', (select array_agg(a::text order by a::text)
    from unnest(defaclacl) as a)) from pg_default_acl
  union all
  select 'bucket', to_jsonb(b)::text from storage.buckets as b
  union all
  select 'plan', to_jsonb(p)::text from public.plans as p
  order by 1, 2`

/** The whole schema as text, the rights in a fixed order. */
export async function schemaText(ask: Ask): Promise<string> {
  return (await ask(EVERYTHING)).map((row) => `${String(row.kind)}: ${String(row.what)}`).join('\n')
}
