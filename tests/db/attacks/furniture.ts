import { randomUUID } from 'node:crypto'
import type { Actor, TestDatabase } from '../engines'
import {
  addToLibrary,
  claim,
  contentHash,
  createProject,
  enqueue,
  finishFilm,
  invite,
  invitePeople,
  placePhoto,
  reserveUpload,
  uploadFile,
} from '../studio'

export const SIGNED_IN = ['stranger', 'viewer', 'editor', 'owner'] as const
export type SignedIn = (typeof SIGNED_IN)[number]

/** What things are called: `owner`, `project shared`, `file editor placed`. */
export class Names {
  readonly #ids = new Map<string, string>()
  readonly #names = new Map<string, string>()

  add(name: string, id: unknown): string {
    this.#ids.set(name, String(id))
    this.#names.set(String(id), name)
    return String(id)
  }

  idOf(name: string): string {
    const id = this.#ids.get(name)
    if (id === undefined) throw new Error(`nothing is called ${name}`)
    return id
  }

  nameOf(id: string): string | undefined {
    return this.#names.get(id)
  }
}

/**
 * Four people. Each has a private project with a photo and a film, a photo in no project, a track, a file that is stored but
 * not registered, a file that is only announced, a subscription, an invoice, a month's usage and a notification.
 * They share a project of the owner: with a photo and a film each of owner and editor, and a track of the owner.
 * Three films have a link. The owner renders another film right now. Two projects wait for guests.
 */
export async function furnish(database: TestDatabase) {
  const names = new Names()
  const { project: shared, ...people } = await invitePeople(database)
  names.add('project shared', shared)
  for (const plan of ['free', 'pro', 'enterprise']) names.add(`plan ${plan}`, plan)
  for (const who of SIGNED_IN) {
    names.add(who, people[who].id)
    await furnishPerson(database, names, who, people[who])
  }
  await furnishShared(names, people)

  const { owner, stranger } = people
  for (const name of ['owner shared', 'owner private', 'stranger private'] as const) {
    const sql = 'select share from create_film_share($1, 7)'
    const host = name.startsWith('owner') ? owner : stranger
    names.add(`share ${name}`, (await host.row(sql, [names.idOf(`film ${name}`)])).share)
  }
  const live = await enqueue(owner, names.idOf('project owner private'), { cut: 'live' })
  const job = await claim(owner, 120, names.add('film owner live', live.id))
  names.add('token owner live', job?.token)
  for (const [name, host, email] of [
    ['shared guest', owner, 'guest@example.com'],
    ['owner viewer', owner, 'viewer@example.com'],
    ['stranger guest', stranger, 'guest@example.com'],
  ] as const) {
    const project = name === 'shared guest' ? shared : names.idOf(`project ${name.split(' ')[0]} private`)
    names.add(`invitation ${name}`, (await invite(host, project, email)).id)
  }
  return { people, names }
}

async function furnishPerson(database: TestDatabase, names: Names, who: SignedIn, person: Actor) {
  const project = names.add(`project ${who} private`, await createProject(person, `Private, ${who}`))
  const item = await addPhoto(names, person, `${who} private`)
  names.add(`photo ${who} private`, await placePhoto(person, project, item))
  await addPhoto(names, person, `${who} loose`)
  await addTrack(names, person, `${who} track`)
  await film(names, person, project, `${who} private`)
  names.add(`file ${who} spare`, await uploadFile(person))
  names.add(`file ${who} spare song`, await uploadFile(person, 1000, 'audio/mpeg'))
  names.add(`file ${who} announced`, await reserveUpload(person))

  names.add(`file ${who} face`, await uploadFile(person))
  await person.query('update users set avatar_path = $1', [names.idOf(`file ${who} face`)])
  await database.admin(`insert into subscriptions (user_id, plan_id, status) values ($1, 'pro', 'active')`, [
    person.id,
  ])
  await database.admin(
    `insert into invoices (user_id, number, amount_cents, currency, status, period_start, period_end)
     values ($1, $2, 900, 'EUR', 'paid', '2025-11-01', '2025-11-30')`,
    [person.id, `PM-${who}`],
  )
}

async function furnishShared(names: Names, { owner, editor }: Record<'owner' | 'editor', Actor>) {
  const shared = names.idOf('project shared')
  for (const [who, person] of [
    ['owner', owner],
    ['editor', editor],
  ] as const) {
    const item = await addPhoto(names, person, `${who} placed`)
    names.add(`photo ${who} placed`, await placePhoto(person, shared, item))
    await film(names, person, shared, `${who} shared`)
  }
  await owner.query(
    `update video_projects set music = jsonb_build_object('kind', 'track', 'trackId', $1::text) where id = $2`,
    [await addTrack(names, owner, 'owner played'), shared],
  )
}

async function addPhoto(names: Names, person: Actor, name: string): Promise<string> {
  const { id, path } = await addToLibrary(person)
  names.add(`file ${name}`, path)
  return names.add(`media ${name}`, id)
}

export const INSERT_TRACK = `insert into audio_tracks (id, storage_path, original_filename, duration_seconds, content_hash)
  values ($1, $2, 'song.mp3', 60, $3)`

async function addTrack(names: Names, person: Actor, name: string): Promise<string> {
  const path = names.add(`file ${name}`, await uploadFile(person, 2000, 'audio/mpeg'))
  const id = names.add(`track ${name}`, randomUUID())
  await person.query(INSERT_TRACK, [id, path, contentHash(id)])
  return id
}

async function film(names: Names, person: Actor, project: string, name: string) {
  const queued = await enqueue(person, project)
  const job = await claim(person, 45, String(queued.id))
  if (!job) throw new Error('the film could not be claimed')
  const done = await finishFilm(person, job)
  names.add(`film ${name}`, done.id)
  names.add(`file ${name} film`, done.storage_path)
  names.add(`token ${name}`, job.token)
}
