import type { Claims } from '../claims'
import type { Database, Row, Session } from '../database'
import { push, type Channel, type ChangeSubscription } from './channel'
import { matchesFilter } from './postgresFilter'
import { PublishedTables, type PublishedTable } from './publishedTable'
import type { Rooms } from './rooms'
import { becomeReader, canSee, restoreDeleted, type Change } from './visibility'

const batchSize = 200

/** A change somebody subscribed to: it goes out if that person may see the row. */
interface Delivery {
  change: Change
  table: PublishedTable
  row: Row
  channel: Channel
  ids: number[]
}

/** Reads the change log and sends `postgres_changes` to those who may see them. See: [Note: change log] */
export class ChangeFeed {
  readonly #database: Database
  readonly #rooms: Rooms
  readonly #tables: PublishedTables
  #draining: Promise<void> | null = null
  #more = false

  constructor(database: Database, rooms: Rooms) {
    this.#database = database
    this.#rooms = rooms
    this.#tables = new PublishedTables(database)
  }

  /** Sends what the log holds. Calls during a run make it run once more. */
  drain(): Promise<void> {
    this.#more = true
    this.#draining ??= this.#run().finally(() => {
      this.#draining = null
    })
    return this.#draining
  }

  /** Resolves when no run is under way. */
  async settled(): Promise<void> {
    await this.#draining?.catch(() => {})
  }

  async #run(): Promise<void> {
    while (this.#more) {
      this.#more = false
      const changes = await this.#take()
      if (changes.length === batchSize) this.#more = true
      await this.#send(changes)
    }
  }

  #take(): Promise<Change[]> {
    return this.#database.query<Change>(
      `with taken as (
         delete from realtime.change_log where id in (select id from realtime.change_log order by id limit ${batchSize})
         returning *)
       select schema_name, table_name, operation, new_row, old_row,
         to_jsonb(committed_at) #>> '{}' as committed_at
       from taken order by id`,
    )
  }

  async #send(changes: Change[]): Promise<void> {
    const deliveries: Delivery[] = []
    for (const change of changes) deliveries.push(...(await this.#wanted(change)))
    if (deliveries.length === 0) return
    const visible = await this.#database.transaction((session) => onlyVisible(session, deliveries), {
      keep: false,
    })
    for (const delivery of visible) deliver(delivery)
  }

  async #wanted(change: Change): Promise<Delivery[]> {
    const row = change.new_row ?? change.old_row
    if (!row) return []
    const found: Delivery[] = []
    for (const channel of this.#rooms.channels()) {
      const ids = channel.subscriptions.filter((one) => isAbout(one, change, row)).map((one) => one.id)
      if (ids.length === 0 || isExpired(channel.claims)) continue
      const table = await this.#tables.get(change.schema_name, change.table_name)
      found.push({ change, table, row, channel, ids })
    }
    return found
  }
}

function isAbout(wanted: ChangeSubscription, change: Change, row: Row): boolean {
  return (
    (wanted.event === '*' || wanted.event === change.operation) &&
    (wanted.schema === '*' || wanted.schema === change.schema_name) &&
    (wanted.table === undefined || wanted.table === '*' || wanted.table === change.table_name) &&
    matchesFilter(wanted.filter, row)
  )
}

function isExpired({ exp }: Claims): boolean {
  return exp !== undefined && exp * 1000 < Date.now()
}

/** Asks every person's policies once per change, in the order of the changes. */
async function onlyVisible(session: Session, deliveries: Delivery[]): Promise<Delivery[]> {
  const deletions = new Map<Row, { table: PublishedTable; row: Row }>()
  for (const { change, table, row } of deliveries)
    if (change.operation === 'DELETE') deletions.set(row, { table, row })
  if (deletions.size > 0) await restoreDeleted(session, [...deletions.values()])

  const gone = await goneAccounts(session, deliveries)
  const visible = new Set<Delivery>()
  for (const [claims, theirs] of byPerson(deliveries)) {
    if (claims.sub !== undefined && gone.has(claims.sub)) continue
    await becomeReader(session, claims)
    const seen = new Map<Row, boolean>()
    for (const delivery of theirs) {
      const known = seen.get(delivery.row) ?? (await canSee(session, delivery.table, delivery.row))
      seen.set(delivery.row, known)
      if (known) visible.add(delivery)
    }
  }
  return deliveries.filter((delivery) => visible.has(delivery))
}

/** Several tabs of one person are asked for once. */
function byPerson(deliveries: Delivery[]): [Claims, Delivery[]][] {
  const people = new Map<string, [Claims, Delivery[]]>()
  for (const delivery of deliveries) {
    const { claims } = delivery.channel
    const key = JSON.stringify(claims)
    const person = people.get(key) ?? [claims, []]
    person[1].push(delivery)
    people.set(key, person)
  }
  return [...people.values()]
}

async function goneAccounts(session: Session, deliveries: Delivery[]): Promise<Set<string>> {
  const people = new Set(deliveries.flatMap(({ channel }) => channel.claims.sub ?? []))
  const rows = await session.query<{ id: string }>(
    `select person as id from unnest($1::text[]) as person
     where not exists (select from auth.users where id::text = person)`,
    [[...people]],
  )
  return new Set(rows.map((row) => row.id))
}

function deliver({ change, table, channel, ids }: Delivery): void {
  const readable = table.columns.filter((column) => column.readers.includes(channel.claims.role))
  const keys = readable.filter((column) => column.isKey || !table.rowLevelSecurity)
  const pick = (row: Row, columns: { name: string }[]) =>
    Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]))
  push(channel, 'postgres_changes', {
    ids,
    data: {
      schema: change.schema_name,
      table: change.table_name,
      type: change.operation,
      commit_timestamp: change.committed_at,
      columns: readable.map(({ name, type }) => ({ name, type })),
      ...(change.new_row && { record: pick(change.new_row, readable) }),
      ...(change.old_row && { old_record: pick(change.old_row, keys) }),
      errors: null,
    },
  })
}
