import type { Row } from '../engines'
import { missing, type Attacker, type Rehearsal, type World } from './world'

/** A job as a worker knows it. */
export interface Held {
  job: string
  token: string | null
  /** Where its film belongs. */
  path: string
}

type Statement = [sql: string, parameters: unknown[]]

/** The five calls of a worker. */
export const WORKER_CALLS = ['heartbeat', 'reserve_output', 'complete', 'fail', 'release'] as const
export type WorkerCall = (typeof WORKER_CALLS)[number]

export function workerCall(call: WorkerCall, { job, token, path }: Held): Statement {
  switch (call) {
    case 'heartbeat':
      return ['select heartbeat_generation($1, $2, 50)', [job, token]]
    case 'reserve_output':
      return [`select reserve_output($1, $2, 5000, 'video/mp4')`, [job, token]]
    case 'complete':
      return ['select complete_generation($1, $2, $3)', [job, token, path]]
    case 'fail':
      return [`select fail_generation($1, $2, 'sabotage', 'Sabotage', false)`, [job, token]]
    case 'release':
      return ['select release_generation($1, $2)', [job, token]]
    default:
      return call satisfies never
  }
}

/** The film that the owner renders when the world begins. */
export const liveFilm = (world: World): Held => ({
  job: world.id('film owner live'),
  token: world.id('token owner live'),
  path: `${world.id('owner')}/${world.id('project owner private')}/${world.id('film owner live')}/1.mp4`,
})

/** One person acting in a rehearsal, with the moves of the queue by name. */
export class Player {
  readonly world: World
  readonly #play: Rehearsal
  readonly #who: Attacker

  constructor(play: Rehearsal, world: World, who: Attacker = 'owner') {
    this.#play = play
    this.world = world
    this.#who = who
  }

  async row(sql: string, parameters: unknown[] = []): Promise<Row> {
    const [row] = await this.#play.as(this.world.person(this.#who), sql, parameters)
    return row ?? {}
  }

  tries(sql: string, parameters: unknown[] = []): Promise<string> {
    return this.#play.tries(this.world.person(this.#who), sql, parameters)
  }

  call(call: WorkerCall, held: Held): Promise<string> {
    return this.tries(...workerCall(call, held))
  }

  /** Queues a cut of the shared project and begins to render it. */
  async start(cut: string): Promise<Held> {
    const sql = `select (enqueue_generation($1, $2, jsonb_build_object('cut', $3::text))).id`
    const { id } = await this.row(sql, [this.world.id('project shared'), missing(), cut])
    return this.claim(String(id))
  }

  async claim(job: string): Promise<Held> {
    const sql = `select token, upload_path from claim_generation('worker', 45, $1)`
    const claimed = await this.row(sql, [job])
    return { job, token: String(claimed.token), path: String(claimed.upload_path) }
  }

  /** Announces a film of 5,000 bytes and stores 4,000. */
  async store(held: Held) {
    await this.row(...workerCall('reserve_output', held))
    await this.put(held.path)
  }

  /** What the storage server writes down of an object. */
  async put(path: string, { size = 4000, mimetype = 'video/mp4' }: Partial<StoredAs> = {}) {
    const sql = `insert into storage.objects (bucket_id, name, metadata)
      values ('videos', $1, jsonb_build_object('size', $2::bigint, 'contentLength', $2, 'mimetype', $3::text))`
    await this.#play.admin(sql, [path, size, mimetype])
  }

  async finish(held: Held) {
    await this.store(held)
    await this.row(...workerCall('complete', held))
  }

  /** Everything there is to know of a job. */
  async job(id: string): Promise<Row> {
    const [row] = await this.#play.admin('select * from generated_videos where id = $1', [id])
    return row ?? {}
  }

  films(): Promise<number> {
    return this.#count('select coalesce(sum(videos), 0) as n from usage_counters where user_id = $1')
  }

  bytes(): Promise<number> {
    return this.#count('select total_storage_bytes as n from users where id = $1')
  }

  told(): Promise<number> {
    return this.#count('select count(*) as n from notifications where user_id = $1')
  }

  async #count(sql: string): Promise<number> {
    const [row] = await this.#play.admin(sql, [this.world.id(this.#who)])
    return Number(row?.n)
  }
}

interface StoredAs {
  size: number
  mimetype: string
}

/** As if nobody had heard of a job for longer than its lease. */
export const expire = (play: Rehearsal, job: string) =>
  play.admin(`update generated_videos set lease_until = now() - interval '1 second' where id = $1`, [job])

export const lastAttempt = (play: Rehearsal, job: string) =>
  play.admin('update generated_videos set max_attempts = attempt where id = $1', [job])

export const LEASE_LOST = 'PT409 lease_lost'
