import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PieceStore } from '@/lib/pieceStore'
import { hurried } from '../faults/hurried'
import { readZip } from '../readZip'
import { startWorld, type World } from './generation/world'
import { addToLibrary, must, signUp, visitor, type Person } from './people'

// The page's own code for taking everything along and for ending an account, against the real server, on a line that can be
// cut. Pieces are kept in memory here; tests/browser/pieceStore.test.ts keeps them on the disk.
let world: World
let collect: typeof import('@/data/account/collectAccount')
let remove: typeof import('@/data/account/removeAccount')
let media: typeof import('@/data/media')
let pieces: PieceStore
beforeAll(async () => {
  world = await startWorld()
  collect = await import('@/data/account/collectAccount')
  remove = await import('@/data/account/removeAccount')
  media = await import('@/data/media')
})
afterAll(() => world.close())
beforeEach(async () => {
  world.line.heal()
  await world.signOut()
  await world.server.reset()
  const { openPieces } = await import('@/lib/pieceStore')
  pieces = await openPieces('test', 'ada')
})

const MB = 1024 * 1024
const { signal } = new AbortController()

/** A photo of the signed-in person in storage and in their library. @returns where it lies and what it is made of */
async function addPhoto(name: string, size: number, takenAt: string | null = null) {
  const { supabase } = await import('@/lib/supabase')
  const bytes = randomBytes(size)
  const file = new Blob([bytes], { type: 'image/jpeg' })
  const path = await media.reserveUpload('media', file, crypto.randomUUID())
  must(await supabase.storage.from('media').upload(path, file))
  await media.registerMedia({
    id: crypto.randomUUID(),
    storagePath: path,
    thumbnailPath: null,
    originalFilename: name,
    mimeType: 'image/jpeg',
    width: 40,
    height: 30,
    takenAt,
    utcOffsetMinutes: null,
    contentHash: randomBytes(32).toString('hex'),
  })
  return { path, bytes }
}

/** A hundred files, one request's worth, that come first in the list. */
const storeHundred = () =>
  world.server.sql(
    `insert into storage.objects (bucket_id, name, version, metadata)
     select 'media', users.id || '/0000-' || n, gen_random_uuid()::text, '{"size": 20, "mimetype": "image/jpeg"}'
     from users cross join generate_series(1, 100) as n`,
  )

type Progress = Parameters<Parameters<typeof collect.collectAccount>[1]['onProgress']>[0]
const collectNow = (onProgress: (progress: Progress) => void = () => undefined) =>
  collect.collectAccount(pieces, { signal, onProgress })
const unpack = async (archive: Blob) => readZip(Buffer.from(await archive.arrayBuffer()))
/** The sizes of what is kept, the smallest first. */
const keptSizes = async () => [...(await pieces.list()).values()].toSorted((a, b) => a - b)
const fetches = () => world.line.seen.filter((request) => request.startsWith('GET /storage/')).length

describe('a copy of everything', () => {
  test('holds every row and every file, byte for byte, under the names the person gave them', async () => {
    await world.newPerson()
    const { supabase } = await import('@/lib/supabase')
    must(await supabase.from('video_projects').insert({ title: 'Lake' }).select())
    const first = await addPhoto('lake.HEIC', 5000, '2024-07-01T12:30:10')
    const second = await addPhoto('lake.jpg', 300)
    const left = new Blob([randomBytes(70)], { type: 'audio/mpeg' })
    const leftPath = await media.reserveUpload('media', left, crypto.randomUUID())
    must(await supabase.storage.from('media').upload(leftPath, left))
    await addToLibrary(await signUp(world.server, 'Bob'))

    const seen: Progress[] = []
    const { archive, filename, missing } = await collectNow((progress) => seen.push(progress))
    const files = await unpack(archive)
    expect(filename).toMatch(/^photomemory-\d{4}-\d\d-\d\d\.zip$/)
    expect(missing).toBe(0)
    expect([...files.keys()].toSorted()).toEqual([
      'account.json',
      `other/${leftPath.split('/')[1]}`,
      'photos/lake (2).jpg',
      'photos/lake.jpg',
    ])
    const photos = [files.get('photos/lake.jpg'), files.get('photos/lake (2).jpg')]
    expect(photos.map((photo) => photo?.bytes)).toEqual([first.bytes, second.bytes])
    expect(photos[0]?.modifiedAt).toBe('2024-07-01T12:30:10')
    const account: unknown = JSON.parse(files.get('account.json')?.bytes.toString() ?? '')
    expect(account).toMatchObject({
      user: { display_name: 'Ada' },
      projects: [{ title: 'Lake' }],
      media_items: [{ original_filename: 'lake.HEIC' }, { original_filename: 'lake.jpg' }],
    })
    expect(Object(account).files).toContainEqual({
      bucket: 'media',
      path: first.path,
      bytes: 5000,
      name: 'photos/lake.jpg',
    })
    expect(seen.at(-1)).toEqual({ files: 3, filesDone: 3, bytes: 5370, bytesDone: 5370 })
    expect(seen.every(({ bytesDone }, index) => bytesDone >= (seen[index - 1]?.bytesDone ?? 0))).toBe(true)
  })

  test('that was cut off goes on with what is missing, in the middle of a large file too', async () => {
    await world.newPerson()
    const photo = await addPhoto('large.jpg', 20 * MB)
    // The third of its three pieces does not come, however often it is asked for.
    const cut = ({ bytesDone }: Progress) => void (bytesDone >= 16 * MB && world.line.goOffline())
    const stopped = hurried(collectNow(cut))
    await expect(stopped).rejects.toMatchObject({ code: 'network' })
    expect(await keptSizes()).toEqual([8 * MB, 8 * MB])

    world.line.heal()
    const before = fetches()
    const { archive } = await collectNow()
    expect(fetches() - before).toBe(1)
    expect((await unpack(archive)).get('photos/large.jpg')?.bytes.equals(photo.bytes)).toBe(true)
  })

  test('a busy server is asked again; a file that is gone is named as such and keeps no other back', async () => {
    await world.newPerson()
    const gone = await addPhoto('gone.jpg', 500)
    const photo = await addPhoto('here.jpg', 500)
    world.line.fail(new RegExp(`GET .*${photo.path.slice(-20)}`), { status: 503 }, 2)
    // Deleted elsewhere between the list and its turn.
    world.line.fail(new RegExp(`GET .*${gone.path.slice(-20)}`), { status: 404 }, 1)
    const { archive, missing } = await hurried(collectNow())
    const files = await unpack(archive)
    expect(missing).toBe(1)
    expect([...files.keys()]).toEqual(['account.json', 'photos/here.jpg'])
    const { files: listed } = Object(JSON.parse(files.get('account.json')?.bytes.toString() ?? '')) as {
      files: unknown[]
    }
    expect(listed).toContainEqual({ bucket: 'media', path: gone.path, bytes: 500, name: null })
  })

  test('that was made before fetches only what has been added since, and drops what was deleted', async () => {
    await world.newPerson()
    const { supabase } = await import('@/lib/supabase')
    const old = await addPhoto('old.jpg', 400)
    await addPhoto('kept.jpg', 500)
    await collectNow()
    must(await supabase.from('media_items').delete().eq('storage_path', old.path).select())
    must(await supabase.storage.from('media').remove([old.path]))
    await addPhoto('new.jpg', 600)
    const before = fetches()
    const { archive } = await collectNow()
    expect(fetches() - before).toBe(1)
    expect([...(await unpack(archive)).keys()].toSorted()).toEqual([
      'account.json',
      'photos/kept.jpg',
      'photos/new.jpg',
    ])
    expect(await keptSizes()).toEqual([500, 600])
  })
})

describe('the end of an account', () => {
  const objects = () => world.count('storage.objects')
  const removeNow = (onProgress: (progress: { filesDone: number }) => void = () => undefined) =>
    remove.removeAccount({ signal, onProgress, beforeLast: () => Promise.resolve() })
  /** Of whatever there was in each of these tables. */
  const whatIsLeft = async () => {
    const left: Record<string, number> = {}
    for (const table of ['auth.users', 'users', 'media_items', 'video_projects', 'storage.objects'])
      left[table] = await world.count(table)
    return left
  }
  const NOTHING = { 'auth.users': 0, users: 0, media_items: 0, video_projects: 0, 'storage.objects': 0 }
  const isClosing = async () =>
    (await world.server.sql('select from users where closing_since is not null')).length

  test('takes the files, then the rows, then the account, and nothing of anybody else', async () => {
    const bob: Person = await signUp(world.server, 'Bob')
    await addToLibrary(bob)
    await world.newPerson()
    await addPhoto('a.jpg', 400)
    await addPhoto('b.jpg', 400)
    await remove.closeAccount()
    expect(await isClosing()).toBe(1)
    const order: string[] = []
    await remove.removeAccount({
      signal,
      onProgress: ({ files, filesDone }) => order.push(`${filesDone} of ${files}`),
      beforeLast: async () =>
        void order.push(`${await objects()} left, ${await world.count('users')} people`),
    })
    expect(order).toEqual(['0 of 2', '2 of 2', '1 left, 2 people'])
    expect(await world.count('auth.users')).toBe(1)
    expect(await objects()).toBe(1)
    expect(must(await bob.client.from('media_items').select('id'))).toHaveLength(1)
  })

  test('that was interrupted goes on, whoever is there next', async () => {
    const email = 'eve@example.test'
    const account = await import('@/data/session')
    await account.signUp({ displayName: 'Eve', email, password: 'correct horse' })
    await storeHundred()
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await addPhoto(name, 20)
    await remove.closeAccount()
    // The first hundred go, then the line.
    const cut = ({ filesDone }: { filesDone: number }) => void (filesDone === 100 && world.line.goOffline())
    const interrupted = hurried(removeNow(cut))
    await expect(interrupted).rejects.toMatchObject({ code: 'network' })
    expect(await objects()).toBe(3)
    expect(await world.count('media_items')).toBe(3)

    world.line.heal()
    await world.signOut()
    await account.signIn(email, 'correct horse')
    expect(await isClosing()).toBe(1)
    await removeNow()
    expect(await whatIsLeft()).toEqual(NOTHING)
    const again = await visitor(world.server).auth.signInWithPassword({ email, password: 'correct horse' })
    expect(again.error?.code).toBe('invalid_credentials')
  })

  test('is over although the last answer was lost, and although another tab was faster', async () => {
    await world.newPerson()
    await addPhoto('a.jpg', 400)
    await remove.closeAccount()
    world.line.fail(/delete_my_account/, 'lost_answer')
    await hurried(removeNow())
    expect(await whatIsLeft()).toEqual(NOTHING)
    await removeNow()
  })

  test('takes what another device stored meanwhile too', async () => {
    await world.newPerson()
    await addPhoto('a.jpg', 400)
    await remove.closeAccount()
    let rounds = 0
    await remove.removeAccount({
      signal,
      onProgress: () => undefined,
      beforeLast: async () => {
        if (rounds++ > 0) return
        await expect(addPhoto('late.jpg', 400)).rejects.toMatchObject({ code: 'account_closing' })
        // What had begun before, a hosted storage server finishes in its own name.
        await world.server.sql(
          `insert into storage.objects (bucket_id, name, version, metadata)
           select 'media', id || '/late.jpg', gen_random_uuid(), '{"size": 400}' from auth.users`,
        )
      },
    })
    expect(rounds).toBe(2)
    expect(await whatIsLeft()).toEqual(NOTHING)
  })

  test('ends where the person keeps the account after all, with what is left of it', async () => {
    await world.newPerson()
    await storeHundred()
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await addPhoto(name, 20)
    await remove.closeAccount()
    let kept: Promise<void> | undefined
    const running = remove.removeAccount({
      signal,
      onProgress: ({ filesDone }) => {
        if (filesDone !== 100) return
        // So that the other device is certainly heard before the next files go.
        world.line.fail(/GET .*closing_since/, { status: 503 }, 2)
        kept = remove.keepAccount()
      },
      beforeLast: () => Promise.resolve(),
    })
    await expect(running).rejects.toMatchObject({ code: remove.ACCOUNT_KEPT })
    await kept
    expect(await objects()).toBe(3)
    expect(await world.count('media_items')).toBe(3)
    expect(await world.count('users')).toBe(1)
  })

  test('keeping it leaves the rest in order, and the page can go on', async () => {
    await world.newPerson()
    const { supabase } = await import('@/lib/supabase')
    const gone = await addPhoto('gone.jpg', 20)
    await addPhoto('kept.jpg', 20)
    await remove.closeAccount()
    must(await supabase.storage.from('media').remove([gone.path]))
    await remove.keepAccount()
    expect(must(await supabase.from('media_items').select('original_filename'))).toEqual([
      { original_filename: 'kept.jpg' },
    ])
    await expect(removeNow()).rejects.toMatchObject({ code: remove.ACCOUNT_KEPT })
    await addPhoto('new.jpg', 20)
    expect(await objects()).toBe(2)
  })
})
