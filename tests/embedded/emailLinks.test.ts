import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Mail } from '../../supabase/embedded/core/mail'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'
import { must, PASSWORD, signUp, visitor } from './people'

// What the account service writes into its mails, opened as a mail program and a browser would.
const mails: Mail[] = []
let server: StartedServer
beforeAll(async () => {
  server = await startEmbedded({ memory: true, confirmEmails: false, onMail: (mail) => mails.push(mail) })
})
afterAll(() => server.close())
beforeEach(() => (mails.length = 0))

async function follow(link: string | null): Promise<{ place: string; words: Record<string, string> }> {
  const answer = await fetch(link ?? '', { redirect: 'manual' })
  expect(answer.status).toBe(303)
  const address = new URL(answer.headers.get('location') ?? '')
  const words = Object.fromEntries(new URLSearchParams(address.hash.slice(1)))
  address.hash = ''
  return { place: address.href, words }
}

const session = ({ access_token = '', refresh_token = '' }: Record<string, string>) => ({
  access_token,
  refresh_token,
})

describe('a forgotten password', () => {
  const ask = async (email: string, redirectTo = `${server.url}/new-password`) => {
    const { error } = await visitor(server).auth.resetPasswordForEmail(email, { redirectTo })
    expect(error).toBeNull()
  }

  it('is replaced with the link from the mail, which leads back to the page that asked', async () => {
    const ann = await signUp(server, 'Ann')
    await ask(ann.email)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ to: ann.email, subject: 'Reset Your Password' })
    expect(mails[0]?.text).toContain(mails[0]?.link)
    const { place, words } = await follow(mails[0]?.link ?? null)
    expect(place).toBe(`${server.url}/new-password`)
    expect(words).toMatchObject({ type: 'recovery' })

    const client = visitor(server)
    must(await client.auth.setSession(session(words)))
    expect((await client.auth.updateUser({ password: 'a brand new horse' })).error).toBeNull()
    const again = await visitor(server).auth.signInWithPassword({
      email: ann.email,
      password: 'a brand new horse',
    })
    expect(again.data.user?.id).toBe(ann.id)
    const old = await visitor(server).auth.signInWithPassword({ email: ann.email, password: PASSWORD })
    expect(old.error?.code).toBe('invalid_credentials')
  })

  it('cannot be replaced twice with one link: the second time leads back with the reason', async () => {
    const ann = await signUp(server, 'Ann')
    await ask(ann.email)
    await follow(mails[0]?.link ?? null)
    const { place, words } = await follow(mails[0]?.link ?? null)
    expect(place).toBe(`${server.url}/new-password`)
    expect(words).toMatchObject({ error: 'access_denied', error_code: 'otp_expired' })
  })

  it('cannot be replaced an hour later', async () => {
    const ann = await signUp(server, 'Ann')
    await ask(ann.email)
    await server.sql(
      `update auth.users set recovery_sent_at = now() - interval '61 minutes' where id::text = $1`,
      [ann.id],
    )
    const { words } = await follow(mails[0]?.link ?? null)
    expect(words).toMatchObject({ error_code: 'otp_expired' })
  })

  it('of an address without an account answers alike and sends nothing', async () => {
    await ask('nobody@example.test')
    expect(mails).toEqual([])
  })

  it('never leads to another site, whoever asked', async () => {
    const ann = await signUp(server, 'Ann')
    await ask(ann.email, 'https://evil.example/new-password')
    const { place, words } = await follow(mails[0]?.link ?? null)
    expect(place).toBe(`${server.url}/`)
    expect(words).toMatchObject({ type: 'recovery' })
    await ask(ann.email)
    const bent = new URL(mails[1]?.link ?? '')
    bent.searchParams.set('redirect_to', 'https://evil.example/')
    expect((await follow(bent.href)).place).toBe(`${server.url}/`)
  })
})

describe('where addresses have to be confirmed', () => {
  let strict: StartedServer
  beforeAll(async () => {
    strict = await startEmbedded({ memory: true, confirmEmails: true, onMail: (mail) => mails.push(mail) })
  })
  afterAll(() => strict.close())
  const account = (email: string) => ({
    email,
    password: PASSWORD,
    options: { data: { display_name: 'Ben' }, emailRedirectTo: `${strict.url}/` },
  })

  it('signing up opens no session, signing in says why, and the link does both', async () => {
    const client = visitor(strict)
    const email = 'ben@example.test'
    expect(must(await client.auth.signUp(account(email))).session).toBeNull()
    const early = await client.auth.signInWithPassword({ email, password: PASSWORD })
    expect(early.error).toMatchObject({ code: 'email_not_confirmed', status: 400 })
    const { place, words } = await follow(mails[0]?.link ?? null)
    expect(place).toBe(`${strict.url}/`)
    expect(words).toMatchObject({ type: 'signup' })
    must(await client.auth.setSession(session(words)))
    expect(must(await client.from('users').select('display_name').single())).toEqual({ display_name: 'Ben' })
    expect((await visitor(strict).auth.signInWithPassword({ email, password: PASSWORD })).error).toBeNull()
  })
})
