import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SomeDirection } from '@/domain/direction'
import type { Photo, PhotoChoice } from '@/domain/photo'
import { must, signUp, type Person } from '../people'
import { draftWith, prepareInNode, startWorld, type World } from '../generation/world'

let world: World
let submitDraft: typeof import('@/generation/submitDraft').submitDraft
let queries: typeof import('@/hooks/queries/photos').photoQueries
let mutations: typeof import('@/hooks/queries/photoMutations')
let cache: typeof import('@/hooks/queries/photoCache')
let position: typeof import('@/domain/position')
let data: typeof import('@/data/photos')
beforeAll(async () => {
  world = await startWorld()
  ;({ submitDraft } = await import('@/generation/submitDraft'))
  ;({ photoQueries: queries } = await import('@/hooks/queries/photos'))
  mutations = await import('@/hooks/queries/photoMutations')
  cache = await import('@/hooks/queries/photoCache')
  position = await import('@/domain/position')
  data = await import('@/data/photos')
})
afterAll(() => world.close())

let me: string
let projectId: string
let peer: Person
let client: QueryClient
let leave = () => {}
let seen: string[] = []
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  me = await world.newPerson()
  const { draft, readFile } = draftWith(4)
  const options = { signal: AbortSignal.timeout(30_000), onProgress: () => {}, prepare: prepareInNode }
  projectId = (await submitDraft(draft, readFile, options)).video.projectId
  peer = await signUp(world.server, 'Eve')
  await world.server.sql(
    `insert into public.project_members (project_id, user_id, role) values ('${projectId}', '${peer.id}', 'editor')`,
  )
  client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })
  const observer = new QueryObserver(client, queries.ofProject(me, projectId))
  seen = []
  leave = observer.subscribe(({ data: photos }) => photos && seen.push(words(photos)))
  await allShown()
  seen = []
})
afterEach(() => {
  leave()
  client.clear()
})

const shown = () => client.getQueryData<Photo[]>(queries.ofProject(me, projectId).queryKey) ?? []
const allShown = () => vi.waitFor(() => expect(shown()).toHaveLength(4), 20_000)
/** `1 2 3 4`: the photos by the number they began with. */
const words = (photos: readonly Photo[]) =>
  photos.map(({ caption }) => caption.replace('Caption ', '')).join(' ')
const inDatabase = async () => words(await data.listPhotos(projectId))
const nth = (number: number): Photo => {
  const photo = shown().find(({ caption }) => caption === `Caption ${number}`)
  if (!photo) throw new Error(`There is no photo ${number}`)
  return photo
}
const settled = () => vi.waitFor(() => expect(client.isMutating() + client.isFetching()).toBe(0), 20_000)
const scope = () => mutations.photoSavesOf(projectId)
const caption = (photoId: string, text: string) =>
  client
    .getMutationCache()
    .build(client, { ...mutations.captionPhotoOptions(client, me), scope: scope() })
    .execute({ projectId, photoId, caption: text })
const move = (photoId: string, index: number) =>
  client
    .getMutationCache()
    .build(client, { ...mutations.movePhotoOptions(client, me), scope: scope() })
    .execute({ projectId, photoId, position: position.positionAt(shown(), photoId, index) })
const remove = (photoId: string) =>
  client
    .getMutationCache()
    .build(client, { ...mutations.removePhotoOptions(client, me), scope: scope() })
    .execute({ projectId, photoId })
const choose = (photoId: string, choice: PhotoChoice) =>
  client
    .getMutationCache()
    .build(client, { ...mutations.choosePhotoOptions(client, me), scope: scope() })
    .execute({ projectId, photoId, choice })
const direct = (photoId: string, direction: SomeDirection) =>
  client
    .getMutationCache()
    .build(client, { ...mutations.directPhotoOptions(client, me), scope: scope() })
    .execute({ projectId, photoId, direction })
const restore = ({ id, mediaItemId, position: at, caption: text, choice, direction }: Photo) =>
  client
    .getMutationCache()
    .build(client, { ...mutations.restorePhotoOptions(client, me), scope: scope() })
    .execute({ projectId, photoId: id, mediaItemId, position: at, caption: text, choice, direction })

describe('photos', () => {
  test('are captioned, moved, taken out and put back at once, in the order it was done', async () => {
    const [first, second, third] = [nth(1), nth(2), nth(3)]
    const done = [caption(first.id, 'Caption 9'), move(first.id, 3), remove(second.id), restore(second)]
    expect(words(shown())).toBe('2 3 4 9')
    done.push(remove(third.id))
    expect(words(shown())).toBe('2 4 9')
    await Promise.all(done)
    await settled()
    expect(words(shown())).toBe('2 4 9')
    expect(await inDatabase()).toBe('2 4 9')
    for (const list of seen) expect(['9 2 3 4', '2 3 4 9', '3 4 9', '2 4 9']).toContain(list)
    expect(shown().every(({ media }) => media.thumbnailPath !== null)).toBe(true)
  })

  test('keep what somebody else does to them meanwhile', async () => {
    const { id } = nth(2)
    const theirs = { ...nth(2), caption: 'Caption 7', rev: 2 }
    const moving = move(id, 0)
    expect(cache.patchPhoto(client, me, theirs)).toBe('patched')
    expect(words(shown())).toBe('7 1 3 4')
    expect(cache.patchPhoto(client, me, { ...theirs, caption: 'old', rev: 1 })).toBe('stale')
    expect(cache.patchPhoto(client, me, { ...theirs, id: crypto.randomUUID() })).toBe('unknown')
    cache.dropPhoto(client, me, nth(4).id)
    expect(words(shown())).toBe('7 1 3')
    await moving
    await settled()
  })

  test('are directed at once, each field by itself, and keep that when they are taken out and put back', async () => {
    const { id } = nth(3)
    const card = { text: 'The sea', subtitle: '', seconds: 3, side: 'before' as const }
    const focus = { x: 0.25, y: 0.5, width: 0, height: 0 }
    const directing = [direct(id, { focus, card }), direct(id, { holdSeconds: 4.25, entrance: 'wipe' })]
    expect(nth(3).direction).toEqual({ focus, card, holdSeconds: 4.25, entrance: 'wipe' })
    await Promise.all(directing)
    await direct(id, { card: null })
    await settled()
    const left = { focus, card: null, holdSeconds: 4.25, entrance: 'wipe' }
    expect((await data.listPhotos(projectId))[2]?.direction).toEqual(left)
    const photo = nth(3)
    await remove(id)
    await restore(photo)
    await settled()
    expect((await data.listPhotos(projectId))[2]?.direction).toEqual(left)
    await direct(id, { focus: null, holdSeconds: null, entrance: null })
    await settled()
    expect(nth(3).direction).toEqual({ focus: null, card: null, holdSeconds: null, entrance: null })
  })

  test('are chosen at once, and keep the choice when they are taken out and put back', async () => {
    const photo = nth(2)
    const choices = (photos: readonly Photo[]) => photos.map(({ choice }) => choice).join(' ')
    const choosing = choose(photo.id, 'keep')
    expect(choices(shown())).toBe('auto keep auto auto')
    await choosing
    await settled()
    const kept = nth(2)
    await remove(kept.id)
    await restore(kept)
    await settled()
    expect(choices(shown())).toBe('auto keep auto auto')
    expect(choices(await data.listPhotos(projectId))).toBe('auto keep auto auto')
    world.line.fail(/PATCH .*photos/, { status: 403, body: { code: '42501', message: 'no' } })
    await expect(choose(nth(1).id, 'skip')).rejects.toMatchObject({ code: '42501' })
    await settled()
    expect(choices(shown())).toBe('auto keep auto auto')
  })

  test('that could not be changed take back that change alone', async () => {
    const refusal = { status: 403, body: { code: '42501', message: 'no' } }
    world.line.fail(/PATCH .*photos/, refusal)
    world.line.fail(/DELETE .*photos/, refusal)
    const failing = [caption(nth(1).id, 'Caption 8'), remove(nth(2).id)]
    const passing = move(nth(4).id, 0)
    expect(words(shown())).toBe('4 8 3')
    const outcomes = await Promise.allSettled(failing)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(words(shown())).toBe('4 1 2 3')
    await passing
    await settled()
    expect(words(shown())).toBe('4 1 2 3')
    expect(await inDatabase()).toBe('4 1 2 3')
  })

  test('that were taken out do not come back with an answer that was asked for before', async () => {
    const askedAt = Date.now() - 1
    const before = shown()
    await remove(nth(2).id)
    await settled()
    expect(words(cache.receivePhotos(client, me, projectId, before, askedAt))).toBe('1 3 4')
    expect(words(cache.receivePhotos(client, me, projectId, before, Date.now() + 1))).toBe('1 2 3 4')
  })

  test('that two people put at the same place stand beside each other, in one order for both', async () => {
    const photos = shown()
    const mine = move(nth(3).id, 1)
    const at = position.positionAt(photos, nth(4).id, 1)
    must(await peer.client.from('photos').update({ position: at }).eq('id', nth(4).id).select())
    await mine
    await settled()
    const list = await inDatabase()
    expect(['1 3 4 2', '1 4 3 2']).toContain(list)
    expect(words(shown())).toBe(list)
    expect(new Set(shown().map((photo) => photo.position)).size).toBe(4)
    // And something fits between those two.
    await move(nth(2).id, 2)
    await settled()
    expect(['1 3 2 4', '1 4 2 3']).toContain(await inDatabase())
  })

  test('may only be changed by editors; what is gone says so, and taking it out again is harmless', async () => {
    const photo = nth(1)
    const place = { id: photo.id, projectId }
    await data.removePhoto(place)
    await data.removePhoto(place)
    await expect(data.captionPhoto(place, 'x')).rejects.toMatchObject({ code: 'not_found' })
    const back = await data.restorePhoto(photo)
    expect(await data.restorePhoto(photo)).toEqual(back)
    await world.server.sql(`update public.video_projects set user_id = '${peer.id}'`)
    await world.server.sql(`update public.project_members set user_id = '${me}', role = 'viewer'`)
    const attempts = [
      () => data.captionPhoto(place, 'x'),
      () => data.movePhoto(place, 'a1'),
      () => data.removePhoto(place),
    ]
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ code: 'not_allowed', status: 403 })
    expect(await inDatabase()).toBe('1 2 3 4')
  })
})
