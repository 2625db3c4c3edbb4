import { conditions } from './conditions'
import { limits } from './limits'
import { quoteName, text, type Ask, type Mutant } from './mutant'
import { effects, locks } from './statements'

const OURS = `('public'::regnamespace, 'private'::regnamespace)`
const BODY = /\$function\$[\s\S]*\$function\$/

/** Each function of `private` with one condition, limit, effect or lock less; the rest of them is a door to these. */
export async function bodyMutants(ask: Ask): Promise<Mutant[]> {
  const functions = await ask(
    `select pg_proc.oid::regprocedure::text as name, proname as about, prosrc as body,
       pg_get_functiondef(pg_proc.oid) as definition,
       lanname as language
     from pg_proc join pg_language on pg_language.oid = prolang
     where pronamespace = 'private'::regnamespace order by 1`,
  )
  return functions.flatMap((row) => {
    const [body, definition] = [text(row.body), text(row.definition)]
    const weaker = [
      ...conditions(body),
      ...limits(body),
      ...(row.language === 'plpgsql' ? effects(body) : []),
      ...locks(body),
    ]
    return weaker.map(({ what, kind, sql }) => ({
      id: `${text(row.name)}: ${what}`,
      kind,
      about: text(row.about),
      apply: [definition.replace(BODY, () => `$function$${sql}$function$`)],
      undo: [definition],
    }))
  })
}

/** Each function with the search path of its caller, and with the rights of the other: its owner's or its caller's. */
export async function attributeMutants(ask: Ask): Promise<Mutant[]> {
  const functions = await ask(
    `select oid::regprocedure::text as name, proname as about, prosecdef as definer
     from pg_proc where pronamespace in ${OURS} order by 1`,
  )
  return functions.flatMap((row) => {
    const alter = `alter function ${text(row.name)}`
    const [given, other] = row.definer === true ? ['definer', 'invoker'] : ['invoker', 'definer']
    const mutant = (what: string, apply: string, undo: string): Mutant => ({
      id: `${text(row.name)}: ${what}`,
      kind: 'function',
      about: text(row.about),
      apply: [`${alter} ${apply}`],
      undo: [`${alter} ${undo}`],
    })
    return [
      mutant('with the search path of its caller', 'reset search_path', `set search_path = ''`),
      mutant(`security ${other}`, `security ${other}`, `security ${given}`),
    ]
  })
}

/** Each trigger switched off; each with a condition fired in any case and without each term of it. */
export async function triggerMutants(ask: Ask): Promise<Mutant[]> {
  const triggers = await ask(
    `select tgname as name, tgrelid::regclass::text as "table", relname as about,
       pg_get_triggerdef(pg_trigger.oid) as definition
     from pg_trigger join pg_class on pg_class.oid = tgrelid
     where not tgisinternal and tgname not like 'realtime%' order by 2, 1`,
  )
  return triggers.flatMap((row) => {
    const [table, definition] = [text(row.table), text(row.definition)]
    const name = quoteName(text(row.name))
    const mutant = (what: string, apply: string[], undo: string[]): Mutant => ({
      id: `${table}, trigger ${text(row.name)}: ${what}`,
      kind: 'trigger',
      about: text(row.about),
      apply,
      undo,
    })
    const drop = `drop trigger ${name} on ${table}`
    const when = /WHEN (\(.*\)) EXECUTE/.exec(definition)?.[1]
    const weaker = when === undefined ? [] : [{ what: 'in any case', sql: '(true)' }, ...conditions(when)]
    return [
      mutant('dropped', [drop], [definition]),
      ...weaker.map(({ what, sql }) =>
        mutant(
          what,
          [drop, definition.replace(`WHEN ${when} EXECUTE`, () => `WHEN ${sql} EXECUTE`)],
          [drop, definition],
        ),
      ),
    ]
  })
}
