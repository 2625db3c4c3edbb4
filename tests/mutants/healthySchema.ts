import { text, type Ask } from './mutant'
import { schemaText } from './schema'

/** Tables with rows of the migrations, which a mutant may have let somebody change. */
const SHIPPED = ['public.plans', 'storage.buckets']

/** All other tables: without a foreign key, nothing cascades to its table. */
const TABLES = `
  select string_agg(oid::regclass::text, ', ') as names from pg_class
  where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'private', 'auth', 'storage', 'realtime')
    and oid <> all ($1::regclass[])`

/** The schema as it was found, and the way back to it. */
export class HealthySchema {
  readonly #ask: Ask
  readonly #schema: string
  readonly #truncate: string
  readonly #shipped: Map<string, string>

  static async remember(ask: Ask): Promise<HealthySchema> {
    const [tables] = await ask(TABLES, [`{${SHIPPED.join()}}`])
    const shipped = new Map<string, string>()
    for (const table of SHIPPED) {
      const [rows] = await ask(`select jsonb_agg(to_jsonb(r))::text as rows from ${table} as r`)
      shipped.set(table, text(rows?.rows))
    }
    return new HealthySchema(ask, await schemaText(ask), `truncate ${text(tables?.names)} cascade`, shipped)
  }

  private constructor(ask: Ask, schema: string, truncate: string, shipped: Map<string, string>) {
    this.#ask = ask
    this.#schema = schema
    this.#truncate = truncate
    this.#shipped = shipped
  }

  /** Leaves no rows but those of the migrations. */
  async empty() {
    await this.#ask(this.#truncate)
    for (const [table, rows] of this.#shipped) {
      await this.#ask(`delete from ${table}`)
      await this.#ask(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
        rows,
      ])
    }
  }

  /** Undoes a mutant, whichever part of it was applied. Throws unless the whole schema reads as before. */
  async restore(undo: string[]) {
    await this.#try(undo)
    if ((await schemaText(this.#ask)) === this.#schema) return
    // What a test left behind may stand in the way of a constraint.
    await this.empty()
    await this.#try(undo)
    const now = await schemaText(this.#ask)
    if (now === this.#schema) return
    const [was, is] = [new Set(this.#schema.split('\n')), new Set(now.split('\n'))]
    const missing = [...was].filter((line) => !is.has(line))
    const added = [...is].filter((line) => !was.has(line))
    throw new Error(`not undone:\n- ${missing.join('\n- ')}\n+ ${added.join('\n+ ')}`)
  }

  async #try(statements: string[]) {
    for (const sql of statements) await this.#ask(sql).catch(() => null)
  }
}
