import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'
import { must, PASSWORD, signUp, storePhoto, visitor } from './people'

let server: StartedServer
beforeAll(async () => {
  server = await startEmbedded({ memory: true })
})
afterAll(() => server.close())

describe('signing up', () => {
  it('opens a session and makes the profile', async () => {
    const ann = await signUp(server, 'Ann')
    const { data } = await ann.client.auth.getUser()
    expect(data.user?.id).toBe(ann.id)
    const profile = must(await ann.client.from('users').select().single())
    expect(profile).toMatchObject({
      id: ann.id,
      email: ann.email,
      display_name: 'Ann',
      subscription_plan: 'free',
    })
  })

  it('refuses a second account with the same address', async () => {
    const ann = await signUp(server, 'Ann')
    const { error } = await visitor(server).auth.signUp({ email: ann.email, password: PASSWORD })
    expect(error).toMatchObject({ code: 'user_already_exists', status: 422 })
  })

  it('refuses a short password', async () => {
    const { error } = await visitor(server).auth.signUp({ email: 'short@example.test', password: 'abc' })
    expect(error).toMatchObject({ code: 'weak_password', status: 422 })
  })
})

describe('signing in', () => {
  it('opens a session with the right password only', async () => {
    const { email, id } = await signUp(server, 'Ann')
    const client = visitor(server)
    const wrong = await client.auth.signInWithPassword({ email, password: 'not it at all' })
    expect(wrong.error).toMatchObject({ code: 'invalid_credentials', status: 400 })
    const right = await client.auth.signInWithPassword({ email, password: PASSWORD })
    expect(right.data.user?.id).toBe(id)
    expect(must(await client.from('users').select('id'))).toEqual([{ id }])
  })

  it('is carried on by a refresh', async () => {
    const { client, id } = await signUp(server, 'Ann')
    const before = (await client.auth.getSession()).data.session
    const { data, error } = await client.auth.refreshSession()
    expect(error).toBeNull()
    expect(data.session?.refresh_token).not.toBe(before?.refresh_token)
    expect(must(await client.from('users').select('id'))).toEqual([{ id }])
  })

  it('ends with signing out: the refresh token opens nothing any more', async () => {
    const { client } = await signUp(server, 'Ann')
    const session = (await client.auth.getSession()).data.session
    expect((await client.auth.signOut()).error).toBeNull()
    expect((await client.auth.getSession()).data.session).toBeNull()
    const { error } = await visitor(server).auth.refreshSession({
      refresh_token: session?.refresh_token ?? '',
    })
    expect(error?.status).toBe(400)
  })
})

describe('the account', () => {
  it('takes a new password and a new name', async () => {
    const { client, email, id } = await signUp(server, 'Ann')
    expect((await client.auth.updateUser({ password: 'another password' })).error).toBeNull()
    expect((await client.from('users').update({ display_name: 'Anna' }).eq('id', id)).error).toBeNull()
    const again = visitor(server)
    expect((await again.auth.signInWithPassword({ email, password: 'another password' })).error).toBeNull()
    expect(must(await again.from('users').select('display_name').single())).toEqual({ display_name: 'Anna' })
  })

  it('is gone at once when deleted: its tokens open nothing', async () => {
    const ann = await signUp(server, 'Ann')
    expect((await ann.client.rpc('delete_my_account')).error).toBeNull()
    const rest = await ann.client.from('users').select()
    expect(rest).toMatchObject({ status: 401, data: null })
    expect((await ann.client.storage.from('media').list(ann.id)).error?.message).toContain(
      'does not exist any more',
    )
    expect((await ann.client.auth.getUser()).error?.status).toBe(403)
    expect((await ann.client.auth.refreshSession()).error).not.toBeNull()
  })

  it('cannot be deleted while files remain', async () => {
    const ann = await signUp(server, 'Ann')
    await storePhoto(ann)
    expect(await ann.client.rpc('delete_my_account')).toMatchObject({
      status: 409,
      error: { message: 'files_remain' },
    })
  })
})

describe('tokens', () => {
  const get = (headers: Record<string, string>) => fetch(`${server.url}/rest/v1/users`, { headers })

  it('that somebody else signed are refused', async () => {
    const forged = await new SignJWT({ role: 'service_role' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode('x'.repeat(40)))
    const headers = { apikey: server.publishableKey, authorization: `Bearer ${forged}` }
    expect((await get(headers)).status).toBe(401)
    expect((await fetch(`${server.url}/storage/v1/bucket`, { headers })).status).toBe(400)
  })

  it('are not enough without an API key, and a wrong key is none', async () => {
    expect((await get({})).status).toBe(401)
    expect((await get({ apikey: 'sb_publishable_other' })).status).toBe(401)
  })
})
