import { afterAll, beforeAll, expect, it } from 'vitest'
import { sweep } from '../../docs/hosting/sweep.mjs'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'
import { signUp, storePhoto } from './people'

let server: StartedServer
beforeAll(async () => {
  server = await startEmbedded({ memory: true })
})
afterAll(() => server.close())

const names = async () =>
  (await server.sql<{ name: string }>('select name from storage.objects order by name')).map(
    ({ name }) => name,
  )

it('the sweep of a hosted project removes the files of people who have left, and nobody else’s', async () => {
  const [ann, bob] = [await signUp(server, 'Ann'), await signUp(server, 'Bob')]
  const [hers, his] = [await storePhoto(ann), await storePhoto(bob)]
  // As a hosted storage server finishes what it permitted before the account went.
  const film = `${ann.id}/${crypto.randomUUID()}/${crypto.randomUUID()}/1.mp4`
  await server.sql('delete from auth.users where id = $1', [ann.id])
  await server.sql(
    `insert into storage.objects (bucket_id, name) values ('videos', $1), ('media', 'logo.png')`,
    [film],
  )
  const options = { url: server.url, key: server.serviceKey }
  const left = [`media/${hers}`, `videos/${film}`]
  expect(await sweep({ ...options, dryRun: true })).toEqual(left)
  expect(await names()).toEqual([hers, his, film, 'logo.png'].toSorted())
  expect(await sweep(options)).toEqual(left)
  expect(await names()).toEqual([his, 'logo.png'].toSorted())
  expect(await sweep(options)).toEqual([])
  await expect(sweep({ ...options, key: server.publishableKey })).resolves.toEqual([])
})
