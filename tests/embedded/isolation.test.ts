import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'
import { createProject, signUp, storePhoto, type Person } from './people'

let server: StartedServer
let people: [Person, Person]
beforeAll(async () => {
  // The pause after every statement gives other requests the time to come between.
  server = await startEmbedded({ memory: true, delayMs: 1 })
  people = [await signUp(server, 'Ann'), await signUp(server, 'Bob')]
  for (const person of people) {
    await createProject(person, `of ${person.id}`)
    await storePhoto(person)
  }
})
afterAll(() => server.close())

/** Each answers the ids of the people whose data came back. */
const requests: ((person: Person) => PromiseLike<string[]>)[] = [
  ({ client }) =>
    client
      .from('users')
      .select('id')
      .then(({ data }) => (data ?? []).map((row) => row.id)),
  ({ client }) =>
    client
      .from('video_projects')
      .select('user_id')
      .then(({ data }) => (data ?? []).map((row) => row.user_id)),
  ({ client }) =>
    client
      .rpc('reserve_upload', {
        bucket: 'media',
        bytes: 10,
        mime: 'image/png',
        upload_key: '00000000-0000-4000-8000-000000000000',
      })
      .then(({ data }) => [data?.split('/')[0] ?? 'nobody']),
  ({ client, id }) =>
    client.storage
      .from('media')
      .list(id)
      .then(({ data }) => (data?.length === 1 ? [id] : ['nobody'])),
  ({ client }) =>
    client
      .from('video_projects')
      .insert({ id: crypto.randomUUID(), title: 'more' })
      .select('user_id')
      .then(({ data }) => (data ?? []).map((row) => row.user_id)),
]

it('500 interleaved requests of two people are each answered as the one who asked', async () => {
  const wrong: string[] = []
  let answered = 0
  await Promise.all(
    Array.from({ length: 500 }, async (_, i) => {
      const person = i % 2 === 0 ? people[0] : people[1]
      const ids = await requests[i % requests.length]?.(person)
      answered++
      if (!ids?.length || ids.some((id) => id !== person.id)) wrong.push(`request ${i}: ${ids?.join()}`)
    }),
  )
  expect(answered).toBe(500)
  expect(wrong).toEqual([])
}, 60_000)
