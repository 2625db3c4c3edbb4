import type { RealtimeChannel, RealtimePostgresChangesPayload } from '@supabase/supabase-js'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'
import { createProject, signUp, until, visitor, type Client, type Person } from './people'

type Change = RealtimePostgresChangesPayload<Record<string, unknown>>

let server: StartedServer
let ann: Person
let bob: Person
beforeAll(async () => {
  server = await startEmbedded({ memory: true })
  ;[ann, bob] = [await signUp(server, 'Ann'), await signUp(server, 'Bob')]
})
afterAll(() => server.close())
afterEach(async () => {
  for (const { client } of [ann, bob]) await client.removeAllChannels()
})

/** Resolves when joined; rejects with the reason when refused. */
function joined(channel: RealtimeChannel): Promise<RealtimeChannel> {
  return new Promise((resolve, reject) => {
    channel.subscribe((status, error) => {
      if (status === 'SUBSCRIBED') resolve(channel)
      else if (status !== 'CLOSED') reject(error ?? new Error(status))
    })
  })
}

async function watch(client: Client, filter?: string): Promise<Change[]> {
  const changes: Change[] = []
  const wanted = { event: '*', schema: 'public', table: 'video_projects', ...(filter && { filter }) } as const
  await joined(
    client.channel(crypto.randomUUID()).on('postgres_changes', wanted, (change) => changes.push(change)),
  )
  return changes
}

/** Long enough for anything that was going to come. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 300))

describe('postgres_changes', () => {
  it('tell of INSERT, UPDATE and DELETE, in order, with rows like those of REST', async () => {
    const changes = await watch(ann.client, `user_id=eq.${ann.id}`)
    const id = await createProject(ann, 'New')
    await ann.client.from('video_projects').update({ title: 'Changed', rev: 1 }).eq('id', id)
    await ann.client.from('video_projects').delete().eq('id', id)
    await until(() => changes.length === 3, 'three changes')
    expect(changes.map((change) => change.eventType)).toEqual(['INSERT', 'UPDATE', 'DELETE'])
    expect(changes[0]?.new).toMatchObject({ id, title: 'New', user_id: ann.id })
    expect(changes[1]?.new).toMatchObject({ id, title: 'Changed', rev: 2 })
    expect(changes[2]?.old).toEqual({ id })
    const created = z.object({ created_at: z.iso.datetime({ offset: true }) })
    expect(created.safeParse(changes[0]?.new).success).toBe(true)
  })

  it('tell nobody who may not see the row, whatever they subscribed to', async () => {
    const seen = [
      await watch(bob.client),
      await watch(bob.client, `user_id=eq.${ann.id}`),
      await watch(visitor(server)),
    ]
    const own = await watch(ann.client)
    const id = await createProject(ann, 'Hers')
    await ann.client.from('video_projects').update({ title: 'Still hers', rev: 1 }).eq('id', id)
    await ann.client.from('video_projects').delete().eq('id', id)
    await until(() => own.length === 3, 'her own three changes')
    await settle()
    expect(seen).toEqual([[], [], []])
  })

  it('tell only what the filter asks for', async () => {
    const [wanted, other] = [await createProject(ann, 'Wanted'), await createProject(ann, 'Other')]
    const one = await watch(ann.client, `id=eq.${wanted}`)
    const several = await watch(ann.client, 'title=in.(A,B)')
    for (const [id, title] of [
      [wanted, 'A'],
      [other, 'C'],
      [other, 'B'],
    ] as const) {
      const { data } = await ann.client.from('video_projects').select('rev').eq('id', id).single()
      await ann.client
        .from('video_projects')
        .update({ title, rev: data?.rev ?? 0 })
        .eq('id', id)
    }
    await until(() => several.length === 2, 'two changes')
    expect(one.map((change) => change.new)).toMatchObject([{ title: 'A' }])
    expect(several.map((change) => change.new)).toMatchObject([{ title: 'A' }, { title: 'B' }])
    await expect(watch(ann.client, 'title=fts.cat')).rejects.toThrow('Unsupported filter')
  })

  it('do not tell of what was rolled back', async () => {
    const changes = await watch(ann.client)
    const { error } = await ann.client.from('video_projects').insert([{ title: 'fine' }, { title: '' }])
    expect(error).not.toBeNull()
    const id = await createProject(ann, 'Kept')
    await until(() => changes.length > 0, 'a change')
    await settle()
    expect(changes.map((change) => change.new)).toMatchObject([{ id }])
  })

  it('go on after a token refresh and stop for a deleted account', async () => {
    const eve = await signUp(server, 'Eve')
    const changes = await watch(eve.client)
    await eve.client.auth.refreshSession()
    await createProject(eve, 'After the refresh')
    await until(() => changes.length === 1, 'the change')
    await eve.client.rpc('delete_my_account')
    await settle()
    expect(changes.length).toBe(1)
    await eve.client.removeAllChannels()
  })
})

describe('broadcast', () => {
  it('reaches the others of a topic, text and bytes, and oneself when asked', async () => {
    const heard: unknown[] = []
    const echo: unknown[] = []
    const mine = await joined(
      ann.client
        .channel('room', { config: { broadcast: { ack: true, self: true } } })
        .on('broadcast', { event: 'wave' }, ({ payload }) => echo.push(payload)),
    )
    await joined(
      bob.client.channel('room').on('broadcast', { event: '*' }, ({ payload }) => heard.push(payload)),
    )
    await joined(
      bob.client.channel('elsewhere').on('broadcast', { event: '*' }, () => heard.push('wrong room')),
    )
    expect(await mine.send({ type: 'broadcast', event: 'wave', payload: { from: 'Änn' } })).toBe('ok')
    expect(
      await mine.send({ type: 'broadcast', event: 'bytes', payload: Uint8Array.of(1, 2, 255).buffer }),
    ).toBe('ok')
    await until(() => heard.length === 2, 'two messages')
    expect(heard[0]).toEqual({ from: 'Änn' })
    expect(new Uint8Array(z.instanceof(ArrayBuffer).parse(heard[1]))).toEqual(Uint8Array.of(1, 2, 255))
    expect(echo).toEqual([{ from: 'Änn' }])
  })
})

describe('presence', () => {
  it('shows who is there, what they track, and that they left', async () => {
    const theirs = ann.client.channel('desk', { config: { presence: { key: 'ann' } } })
    const his = bob.client.channel('desk', { config: { presence: { key: 'bob' } } })
    const left: string[] = []
    his.on('presence', { event: 'leave' }, ({ key }) => left.push(key))
    theirs.on('presence', { event: 'sync' }, () => {})
    await Promise.all([joined(theirs), joined(his)])
    expect(await theirs.track({ looking: 'at 1' })).toBe('ok')
    await his.track({ looking: 'at 2' })
    await until(() => Object.keys(his.presenceState()).length === 2, 'both')
    expect(his.presenceState()).toMatchObject({ ann: [{ looking: 'at 1' }], bob: [{ looking: 'at 2' }] })
    await until(() => Object.keys(theirs.presenceState()).length === 2, 'both, on the other side')
    await ann.client.removeChannel(theirs)
    await until(() => left.includes('ann'), 'her leaving')
    expect(Object.keys(his.presenceState())).toEqual(['bob'])
  })
})

describe('a private channel', () => {
  const project = (person: Person, id: string) =>
    person.client.channel(`project:${id}`, { config: { private: true, broadcast: { ack: true } } })

  it('lets in who can read the project, and nobody else', async () => {
    const id = await createProject(ann, 'Shared')
    const hers = await joined(project(ann, id))
    await expect(joined(project(bob, id))).rejects.toThrow('Unauthorized')
    await bob.client.removeAllChannels()

    await ann.client.from('project_members').insert({ project_id: id, user_id: bob.id, role: 'viewer' })
    const heard: unknown[] = []
    await joined(project(bob, id).on('broadcast', { event: 'hello' }, ({ payload }) => heard.push(payload)))
    expect(await hers.send({ type: 'broadcast', event: 'hello', payload: { n: 1 } })).toBe('ok')
    await until(() => heard.length === 1, 'the greeting')
    expect(heard).toEqual([{ n: 1 }])
  })

  it('lets a viewer listen and be seen, but not speak; an editor speaks', async () => {
    const id = await createProject(ann, 'Shared')
    await ann.client.from('project_members').insert({ project_id: id, user_id: bob.id, role: 'viewer' })
    const heard: unknown[] = []
    const hers = project(ann, id)
    hers.on('broadcast', { event: '*' }, ({ payload }) => heard.push(payload))
    hers.on('presence', { event: 'sync' }, () => {})
    await joined(hers)
    const his = await joined(project(bob, id))
    expect(await his.track({ userId: bob.id })).toBe('ok')
    await until(() => Object.keys(hers.presenceState()).length === 1, 'his presence')
    const hello = { type: 'broadcast', event: 'hello', payload: { n: 1 } } as const
    expect(await his.send(hello)).not.toBe('ok')
    // Nor past the socket.
    const { data } = await bob.client.auth.getSession()
    await fetch(`${server.url}/realtime/v1/api/broadcast`, {
      method: 'POST',
      headers: { apikey: server.publishableKey, authorization: `Bearer ${data.session?.access_token}` },
      body: JSON.stringify({
        messages: [{ topic: `project:${id}`, event: 'hello', payload: { n: 2 }, private: true }],
      }),
    })

    await ann.client.from('project_members').update({ role: 'editor' }).eq('user_id', bob.id)
    await bob.client.removeChannel(his)
    const again = await joined(project(bob, id))
    expect(await again.send({ ...hello, payload: { n: 3 } })).toBe('ok')
    await until(() => heard.length > 0, 'the greeting')
    expect(heard).toEqual([{ n: 3 }])
  })

  it('takes the word from a demoted editor at the next token refresh', async () => {
    const id = await createProject(ann, 'Hers again')
    await ann.client.from('project_members').insert({ project_id: id, user_id: bob.id, role: 'editor' })
    const his = await joined(project(bob, id))
    const hello = { type: 'broadcast', event: 'hello', payload: {} } as const
    expect(await his.send(hello)).toBe('ok')
    await ann.client.from('project_members').update({ role: 'viewer' }).eq('user_id', bob.id)
    await bob.client.auth.refreshSession()
    await bob.client.realtime.setAuth()
    await settle()
    expect(his.state).toBe('joined')
    expect(await his.send(hello)).not.toBe('ok')
  })

  it('does not hear, and is not heard in, a public one of the same name', async () => {
    const id = await createProject(ann, 'Overheard')
    const heard: unknown[] = []
    const inside = await joined(
      project(ann, id).on('broadcast', { event: '*' }, (message) => heard.push(message)),
    )
    const outside = await joined(
      bob.client.channel(`project:${id}`).on('broadcast', { event: '*' }, (message) => heard.push(message)),
    )
    await inside.send({ type: 'broadcast', event: 'secret', payload: {} })
    await outside.send({ type: 'broadcast', event: 'noise', payload: {} })
    await settle()
    expect(heard).toEqual([])
  })

  it('closes for a removed member at the next token refresh', async () => {
    const id = await createProject(ann, 'For a while')
    await ann.client.from('project_members').insert({ project_id: id, user_id: bob.id, role: 'viewer' })
    const his = await joined(project(bob, id))
    await ann.client.from('project_members').delete().eq('user_id', bob.id).eq('project_id', id)
    await bob.client.auth.refreshSession()
    await bob.client.realtime.setAuth()
    await until(() => his.state === 'closed', 'the channel to close')
    await expect(joined(project(bob, id))).rejects.toThrow('Unauthorized')
  })
})

it('a connection needs the key', async () => {
  const { WebSocket } = await import('ws')
  const socket = new WebSocket(
    `${server.url.replace('http', 'ws')}/realtime/v1/websocket?apikey=wrong&vsn=2.0.0`,
  )
  const status = await new Promise((resolve) =>
    socket.on('unexpected-response', (_, answer) => resolve(answer.statusCode)),
  )
  expect(status).toBe(401)
})
