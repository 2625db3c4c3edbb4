import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readEmailLink, type EmailLink } from '@/lib/emailLink'
import type { Person } from '@/data/session'
import type { Mail } from '../../supabase/embedded/core/mail'
import { startWorld, type World } from './generation/world'

// The page's own account code with the links of real mails, against the real server on a line that can be cut.
const mails: Mail[] = []
let world: World
let account: typeof import('@/data/session')
let links: typeof import('@/data/emailLinks')
let passwords: typeof import('@/data/password')
beforeAll(async () => {
  world = await startWorld({ onMail: (mail) => mails.push(mail) })
  account = await import('@/data/session')
  links = await import('@/data/emailLinks')
  passwords = await import('@/data/password')
})
afterAll(() => world.close())

const ADA = { displayName: 'Ada', email: 'ada@example.test', password: 'correct horse' }
let heard: (Person | null)[]
let stop: () => void = () => undefined
beforeEach(async () => {
  stop()
  world.line.heal()
  await account.signOut()
  await world.server.reset()
  mails.length = 0
  heard = []
  stop = account.onSession((person) => heard.push(person))
})

/** What the page finds in its address after the person has opened the link of the newest mail. */
async function followMail(): Promise<EmailLink> {
  const answer = await fetch(mails.at(-1)?.link ?? '', { redirect: 'manual' })
  const found = readEmailLink(new URL(answer.headers.get('location') ?? ''))
  if (!found) throw new Error('The link led here with nothing')
  return found.link
}

async function forget(): Promise<EmailLink> {
  await account.signUp(ADA)
  await account.signOut()
  await links.requestPasswordReset(ADA.email)
  return followMail()
}

describe('a forgotten password', () => {
  test('is replaced with the link: it signs in, and the new password counts from then on', async () => {
    const link = await forget()
    expect(link).toMatchObject({ kind: 'session', purpose: 'recovery' })
    await links.openEmailLink(link)
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ email: ADA.email }))
    await passwords.setPassword('a brand new horse')
    expect(heard.at(-1)).toMatchObject({ email: ADA.email })
    await account.signOut()
    await expect(account.signIn(ADA.email, ADA.password)).rejects.toMatchObject({
      code: 'invalid_credentials',
    })
    await account.signIn(ADA.email, 'a brand new horse')
  })
  test('with a link that was used says that, and signs nobody in', async () => {
    await forget()
    const again = await followMail()
    expect(again).toEqual({ kind: 'refused', code: 'otp_expired' })
    await expect(links.openEmailLink(again)).rejects.toMatchObject({ code: 'otp_expired' })
    expect(heard.at(-1)).toBeNull()
  })
  test('keeps the link for another try when no answer comes', async () => {
    const link = await forget()
    world.line.fail(/auth\/v1\/user/, 'cut', 9)
    await expect(links.openEmailLink(link)).rejects.toMatchObject({ code: 'network' })
    world.line.heal()
    await links.openEmailLink(link)
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ email: ADA.email }))
  })
  test('is not replaced by one that is too short, and the old one still counts', async () => {
    await links.openEmailLink(await forget())
    await expect(passwords.setPassword('short')).rejects.toMatchObject({ code: 'weak_password' })
    await account.signOut()
    await account.signIn(ADA.email, ADA.password)
  })
  test('of nobody cannot be set', async () => {
    await expect(passwords.setPassword('a brand new horse')).rejects.toMatchObject({
      code: 'session_not_found',
    })
  })
})

test('a made-up link opens nothing', async () => {
  const accessToken = `e30.${btoa(JSON.stringify({ sub: crypto.randomUUID(), exp: 4_000_000_000 }))}.c2ln`
  const link: EmailLink = { kind: 'session', purpose: 'signup', accessToken, refreshToken: 'made up' }
  await expect(links.openEmailLink(link)).rejects.toMatchObject({ status: 403 })
  expect(heard.at(-1)).toBeNull()
})

test('a token of a mail template is exchanged for a session', async () => {
  await account.signUp(ADA)
  await account.signOut()
  await links.requestPasswordReset(ADA.email)
  const tokenHash = new URL(mails.at(-1)?.link ?? '').searchParams.get('token') ?? ''
  await links.openEmailLink({ kind: 'token', purpose: 'recovery', type: 'recovery', tokenHash })
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ email: ADA.email }))
})

test('signed out, the session is over on the server too', async () => {
  await account.signUp(ADA)
  await account.signOut()
  expect(world.line.seen.some((request) => request.startsWith('POST /auth/v1/logout'))).toBe(true)
  expect(await world.count('auth.sessions')).toBe(0)
})

/** The watchdog: whatever waits longer than this hangs. */
const LONGEST_MS = 20_000
function inTime<T>(what: string, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`${what} hangs`)), LONGEST_MS),
  )
  return Promise.race([work, late])
}

test('F47: a listener that asks the client something hangs neither the sign-in, nor the refresh, nor a later request', async () => {
  const { onAuthEvent } = await import('@/data/authEvents')
  const { supabase } = await import('@/lib/supabase')
  const answers: Promise<unknown>[] = []
  // What it returns is what supabase-js would wait for, if it were given it.
  const listener = (): unknown => {
    const asked = supabase.auth.getSession().then(() => supabase.from('video_projects').select('id'))
    answers.push(asked)
    return asked.then(() => new Promise(() => undefined))
  }
  const stopListening = onAuthEvent(listener)
  await inTime('the sign-up', account.signUp(ADA))
  await inTime('the sign-out', account.signOut())
  await inTime('the sign-in', account.signIn(ADA.email, ADA.password))
  const { error } = await inTime('the refresh', supabase.auth.refreshSession())
  expect(error).toBeNull()
  await inTime('a request', Promise.resolve(supabase.from('video_projects').select('id')))
  await inTime('what the listeners asked', Promise.all(answers))
  expect(answers.length).toBeGreaterThan(2)
  stopListening()
})
