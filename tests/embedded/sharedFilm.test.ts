import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedFilmSchema } from '@/domain/sharedFilm'
import { answerSharedFilm } from '../../supabase/functions/shared-film/handler'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'
import { must, signUp, visitor, type Person } from './people'

let server: StartedServer
let owner: Person
let film: { id: string; path: string; poster: string }
let other: { id: string; path: string; poster: string }
const BYTES = new Uint8Array(4000).map((_, index) => index % 251)

beforeAll(async () => {
  server = await startEmbedded({ memory: true })
  owner = await signUp(server, 'Owner')
  film = await makeFilm('A week at the lake')
  other = await makeFilm('Nobody else’s business')
})
afterAll(() => server.close())

/** A finished film with its poster, through the same calls as the page's. */
async function makeFilm(title: string) {
  const { client } = owner
  const project = must(await client.from('video_projects').insert({ title }).select('id').single()).id
  const photo = must(await client.rpc('reserve_upload', { bucket: 'media', bytes: 4, mime: 'image/jpeg' }))
  const jpeg = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xd9])], { type: 'image/jpeg' })
  must(await client.storage.from('media').upload(photo, jpeg))
  const item = must(
    await client
      .from('media_items')
      .insert({
        storage_path: photo,
        original_filename: 'a.jpg',
        mime_type: 'image/jpeg',
        width: 4,
        height: 3,
        content_hash: crypto.randomUUID().replaceAll('-', '').padEnd(64, '0'),
      })
      .select('id')
      .single(),
  )
  must(
    await client
      .from('photos')
      .insert({ project_id: project, media_item_id: item.id, position: 'a0' })
      .select(),
  )
  must(await client.rpc('enqueue_generation', { project, request_key: crypto.randomUUID(), settings: {} }))
  const [claim] = must(await client.rpc('claim_generation', { worker: 'test' }))
  if (!claim) throw new Error('nothing to claim')
  const held = { job: String(Reflect.get(Object(claim.job), 'id')), token: claim.token }
  const store = async (body: Blob) => {
    const path = must(await client.rpc('reserve_output', { ...held, bytes: body.size, mime: body.type }))
    must(await client.storage.from('videos').upload(path, body))
    return path
  }
  const path = await store(new Blob([BYTES], { type: 'video/mp4' }))
  const poster = await store(jpeg)
  const size = { width: 1280, height: 720, duration_seconds: 16 }
  must(await client.rpc('complete_generation', { ...held, path, thumbnail_path: poster, ...size }))
  return { id: held.job, path, poster }
}

async function share(filmId: string, days = 7) {
  const [made] = must(await owner.client.rpc('create_film_share', { film: filmId, days }))
  if (!made) throw new Error('no link')
  return made
}
const ask = (body: unknown, init: RequestInit = {}) =>
  fetch(`${server.url}/functions/v1/shared-film`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  })
const said = async (answer: Response) => ({
  status: answer.status,
  text: await answer.text(),
  headers: Object.fromEntries(
    [...answer.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)),
  ),
})

describe('whoever has the link, without any key or session', () => {
  test('is told of the film, and streams exactly it: whole, in ranges, with its picture', async () => {
    const { token } = await share(film.id)
    const answer = await ask({ token })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('x-robots-tag')).toBe('noindex')
    const shown = sharedFilmSchema.parse(await answer.json())
    expect(shown).toMatchObject({
      title: 'A week at the lake',
      width: 1280,
      height: 720,
      durationSeconds: 16,
    })
    expect(shown.validSeconds).toBeLessThanOrEqual(600)
    const whole = await fetch(server.url + shown.filmPath)
    expect(whole.headers.get('content-type')).toBe('video/mp4')
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(BYTES)
    const part = await fetch(server.url + shown.filmPath, { headers: { range: 'bytes=1000-1999' } })
    expect(part.status).toBe(206)
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(BYTES.slice(1000, 2000))
    expect((await fetch(server.url + String(shown.posterPath))).status).toBe(200)
  })

  test('gets nowhere else with what they were given', async () => {
    const { token } = await share(film.id)
    const { filmPath } = sharedFilmSchema.parse(await (await ask({ token })).json())
    const signature = new URL(filmPath, server.url).searchParams.get('token')
    for (const path of [other.path, other.poster])
      expect(
        (await fetch(`${server.url}/storage/v1/object/sign/videos/${path}?token=${signature}`)).status,
      ).toBe(400)
    const anonymous = visitor(server)
    expect((await anonymous.storage.from('videos').list(owner.id)).data).toEqual([])
    expect((await anonymous.storage.from('videos').download(film.path)).error).not.toBeNull()
    expect((await anonymous.storage.from('videos').createSignedUrl(film.path, 60)).error).not.toBeNull()
    expect((await anonymous.rpc('open_film_share', { token })).error?.code).toBe('42501')
    expect((await anonymous.from('film_shares').select('id')).error?.code).toBe('42501')
    // Not even as the token of a session.
    const forged = await fetch(`${server.url}/storage/v1/object/videos/${film.path}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(forged.status).toBe(400)
  })

  test('the addresses end with the link, however short it has', async () => {
    const { share: id, token } = await share(film.id)
    await server.sql(`update film_shares set expires_at = now() + interval '5 seconds' where id = $1`, [id])
    const shown = sharedFilmSchema.parse(await (await ask({ token })).json())
    expect(shown.validSeconds).toBeLessThanOrEqual(5)
    const signature = new URL(shown.filmPath, server.url).searchParams.get('token') ?? ''
    const claims: { iat: number; exp: number } = JSON.parse(atob(signature.split('.')[1] ?? ''))
    expect(claims.exp - claims.iat).toBeLessThanOrEqual(5)
  })
})

test('every no is the same answer: unknown, expired, revoked, deleted, malformed', async () => {
  const unknown = await said(await ask({ token: 'A'.repeat(43) }))
  expect(unknown.status).toBe(404)
  const expired = await share(film.id)
  await server.sql(
    `update film_shares set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where id = $1`,
    [expired.share],
  )
  const revoked = await share(film.id)
  must({ ...(await owner.client.rpc('revoke_film_share', { share: revoked.share })), data: true })
  const doomed = await makeFilm('Soon gone')
  const deleted = await share(doomed.id)
  must({ ...(await owner.client.rpc('delete_generation', { job: doomed.id })), data: true })
  for (const { token } of [expired, revoked, deleted])
    expect(await said(await ask({ token }))).toEqual(unknown)
  for (const body of [
    '',
    'no json',
    '{}',
    '[]',
    'null',
    { token: 7 },
    { token: null },
    { token: '../x' },
    { token: 'x'.repeat(5000) },
  ])
    expect(await said(await ask(body))).toEqual(unknown)
})

test('only a question that is posted is answered; a page of any origin may ask', async () => {
  expect((await fetch(`${server.url}/functions/v1/shared-film`)).status).toBe(405)
  const preflight = await fetch(`${server.url}/functions/v1/shared-film`, { method: 'OPTIONS' })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
  expect((await fetch(`${server.url}/functions/v1/another`, { method: 'POST' })).status).toBe(404)
})

test('when the database cannot be asked nothing is said of why, and nothing of the token or the key', async () => {
  const request = new Request('https://films.example/functions/v1/shared-film', {
    method: 'POST',
    body: JSON.stringify({ token: 'B'.repeat(43) }),
  })
  const answer = await answerSharedFilm(request, {
    supabaseUrl: 'https://films.example',
    serviceKey: 'sb_secret_very',
    fetch: () => Promise.resolve(new Response('secret detail', { status: 500 })),
  })
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ message: 'unavailable' })
})
