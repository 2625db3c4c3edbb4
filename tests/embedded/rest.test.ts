import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'
import { addToLibrary, createProject, must, signUp, visitor, type Person } from './people'

const timestamp = z.iso.datetime({ offset: true })

let server: StartedServer
let ann: Person
let bob: Person
beforeAll(async () => {
  server = await startEmbedded({ memory: true })
  // Before the first request: the schema is read once.
  await server.sql(`create function public.grumble(sqlstate_ text) returns void language plpgsql as
    $$ begin raise exception sqlstate '40001' using message = 'again'; end $$`)
  await server.sql(`create function public.complain() returns void language plpgsql as
    $$ begin raise exception 'no luck' using detail = 'really', hint = 'try later'; end $$`)
  await server.sql('grant execute on function public.complain(), public.grumble(text) to authenticated')
  ;[ann, bob] = [await signUp(server, 'Ann'), await signUp(server, 'Bob')]
})
afterAll(() => server.close())

describe('select', () => {
  it('answers embeds, filters, order, count and range', async () => {
    const first = await createProject(ann, 'First')
    for (const title of ['Second', 'Third', 'Fourth']) await createProject(ann, title)
    const item = await addToLibrary(ann)
    const photo = {
      id: crypto.randomUUID(),
      project_id: first,
      media_item_id: item,
      position: 'a0',
      caption: 'Hi',
    }
    expect((await ann.client.from('photos').insert(photo)).error).toBeNull()

    const embedded = must(
      await ann.client
        .from('video_projects')
        .select('title, photos(caption, media_items(width, height))')
        .eq('id', first)
        .single(),
    )
    expect(embedded).toEqual({
      title: 'First',
      photos: [{ caption: 'Hi', media_items: { width: 4000, height: 3000 } }],
    })

    const page = await ann.client
      .from('video_projects')
      .select('title', { count: 'exact' })
      .in('title', ['First', 'Second', 'Third'])
      .order('title')
      .range(1, 2)
    expect(page).toMatchObject({ count: 3, data: [{ title: 'Second' }, { title: 'Third' }] })

    const head = await ann.client.from('video_projects').select('*', { count: 'exact', head: true })
    expect(head.count).toBe(4)
    expect(
      (await ann.client.from('video_projects').select().eq('title', 'None').maybeSingle()).data,
    ).toBeNull()
    expect(await ann.client.from('video_projects').select().eq('title', 'None').single()).toMatchObject({
      status: 406,
      error: { code: 'PGRST116' },
    })
  })
})

describe('writing', () => {
  it('inserts once, however often it is repeated', async () => {
    const row = { id: crypto.randomUUID(), title: 'Once' }
    for (let i = 0; i < 3; i++) {
      const { error } = await ann.client
        .from('video_projects')
        .upsert(row, { onConflict: 'id', ignoreDuplicates: true })
      expect(error).toBeNull()
    }
    expect(must(await ann.client.from('video_projects').select('id').eq('id', row.id))).toHaveLength(1)
  })

  it('returns the changed row, with ISO timestamps', async () => {
    const id = await createProject(ann, 'Before')
    const row = must(
      await ann.client
        .from('video_projects')
        .update({ title: 'After', rev: 1 })
        .eq('id', id)
        .select()
        .single(),
    )
    expect(row).toMatchObject({ title: 'After', rev: 2 })
    expect(timestamp.safeParse(row.created_at).success).toBe(true)
    expect(timestamp.safeParse(row.updated_at).success).toBe(true)
  })
})

describe('rpc', () => {
  it('returns rows, and rows inside rows, as JSON with ISO timestamps', async () => {
    const project = await createProject(ann, 'Film')
    const photo = { project_id: project, media_item_id: await addToLibrary(ann), position: 'a0' }
    expect((await ann.client.from('photos').insert(photo)).error).toBeNull()
    const job = must(
      await ann.client.rpc('enqueue_generation', { project, request_key: crypto.randomUUID(), settings: {} }),
    )
    expect(job).toMatchObject({ status: 'queued', project_id: project })
    expect(timestamp.safeParse(job.created_at).success).toBe(true)

    const [claim] = must(await ann.client.rpc('claim_generation', { worker: 'test', ttl_s: 45 }))
    expect(claim?.job).toMatchObject({ id: job.id, status: 'processing', attempt: 1 })
    expect(timestamp.safeParse(claim?.job.lease_until).success).toBe(true)
    expect(claim?.lease_ms).toBe(45_000)

    const beat = await ann.client.rpc('heartbeat_generation', {
      job: job.id,
      token: claim?.token ?? '',
      pct: 5,
    })
    expect(beat.data).toMatchObject({ ok: true })
    const nothing = await ann.client.rpc('claim_generation', { worker: 'test', ttl_s: 45 })
    expect(nothing.data).toEqual([])
  })
})

describe('a refusal', () => {
  it('by a function of ours has the status and the word it names', async () => {
    expect(
      await ann.client.rpc('reserve_upload', { bucket: 'media', bytes: 0, mime: 'image/jpeg' }),
    ).toMatchObject({
      status: 413,
      error: { code: 'PT413', message: 'bad_size', details: null, hint: null },
    })
    const id = await createProject(ann, 'Stale')
    const stale = await ann.client.from('video_projects').update({ title: 'x', rev: 7 }).eq('id', id)
    expect(stale).toMatchObject({ status: 409, error: { message: 'stale_rev' } })
  })

  it('by RAISE has status 400 with message, detail and hint', async () => {
    const raised = await ann.client.rpc('complain' as never)
    expect(raised).toMatchObject({
      status: 400,
      error: { code: 'P0001', message: 'no luck', details: 'really', hint: 'try later' },
    })
  })

  it('by a constraint says which', async () => {
    const project = { id: crypto.randomUUID(), title: 'x'.repeat(121) }
    expect(await ann.client.from('video_projects').insert(project)).toMatchObject({
      status: 400,
      error: { code: '23514' },
    })
    const again = { id: await createProject(ann, 'Twice'), title: 'Twice' }
    expect(await ann.client.from('video_projects').insert(again)).toMatchObject({
      status: 409,
      error: { code: '23505' },
    })
  })

  it('by a serialization failure is a 500 that may be retried, and is printed', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await ann.client.rpc('grumble' as never, { sqlstate_: '' } as never)).toMatchObject({
      status: 500,
      error: { code: '40001' },
    })
    expect(printed).toHaveBeenCalledOnce()
    printed.mockRestore()
  })

  it('for lack of rights is 403 for people and 401 for visitors', async () => {
    const theft = { subscription_plan: 'pro' } as never
    expect(await ann.client.from('users').update(theft).eq('id', ann.id)).toMatchObject({
      status: 403,
      error: { code: '42501' },
    })
    expect(await visitor(server).from('video_projects').select()).toMatchObject({ status: 401 })
  })
})

describe('two people', () => {
  it('never see each other’s rows', async () => {
    const id = await createProject(ann, 'Private')
    expect(must(await bob.client.from('video_projects').select())).toEqual([])
    expect(
      must(await bob.client.from('video_projects').update({ title: 'Mine', rev: 1 }).eq('id', id).select()),
    ).toEqual([])
    expect(must(await bob.client.from('video_projects').delete().eq('id', id).select())).toEqual([])
    expect(must(await bob.client.from('users').select('id'))).toEqual([{ id: bob.id }])
    expect(must(await ann.client.from('video_projects').select('title').eq('id', id))).toEqual([
      { title: 'Private' },
    ])
  })
})
