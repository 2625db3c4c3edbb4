import { randomUUID } from 'node:crypto'
import { contentHash, INSERT_MEDIA_ITEM } from '../studio'
import type { Attacker, Rehearsal, World } from './world'

export const RESERVE = 'select reserve_upload($1, $2, $3, $4) as path'

/** Somebody who fills their folder. */
export class Hoarder {
  readonly #play: Rehearsal
  readonly #world: World
  readonly #who: Attacker

  constructor(play: Rehearsal, world: World, who: Attacker = 'owner') {
    this.#play = play
    this.#world = world
    this.#who = who
  }

  tries(sql: string, parameters: unknown[] = []) {
    return this.#play.tries(this.#world.person(this.#who), sql, parameters)
  }

  query(sql: string, parameters: unknown[] = []) {
    return this.#play.as(this.#world.person(this.#who), sql, parameters)
  }

  async reserve(bytes = 1000, mime = 'image/jpeg', key: string = randomUUID()): Promise<string> {
    const [row] = await this.query(RESERVE, ['media', bytes, mime, key])
    return String(row?.path)
  }

  /** What storage writes down, whatever was announced. */
  put(path: string, size: number, mimetype = 'image/jpeg') {
    const sql = `insert into storage.objects (bucket_id, name, metadata)
      values ('media', $1, jsonb_build_object('size', $2::bigint, 'mimetype', $3::text))`
    return this.#play.admin(sql, [path, size, mimetype])
  }

  async store(bytes = 1000, mime = 'image/jpeg'): Promise<string> {
    const path = await this.reserve(bytes, mime)
    await this.put(path, bytes, mime)
    return path
  }

  register(path: string, thumbnail: string | null = null, id: string = randomUUID()) {
    return this.tries(INSERT_MEDIA_ITEM, [id, path, thumbnail, contentHash(randomUUID())])
  }

  /** What counts against the plan: what rows own and what is held besides. */
  async counted(): Promise<number> {
    const [row] = await this.#play.admin(
      `select total_storage_bytes + private.held_bytes(id, '', '') as bytes from users where id = $1`,
      [this.#world.id(this.#who)],
    )
    return Number(row?.bytes)
  }
}
