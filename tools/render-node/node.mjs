import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright'
import { launchOptions } from '../../tests/chromium.mjs'

/** Nobody looks at these windows, and they are to work all the same. */
const AWAKE = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]
const SESSION = /^sb-.*-auth-token$/
const PATIENCE_MS = 60_000
const GOODBYE_MS = 20_000

/** The person must do something: sign in again, mostly. Its message is for them. */
export class SignInFailed extends Error {}

/**
 * One render node: a browser with a profile of its own (its film is written to disk there) that shows /render-node. The
 * profile is thrown away at the end.
 *
 * @param {{ origin: string, name: string, account: { email: string, password: string } | null,
 *   session: { name: string, value: string } | undefined }} wanted
 */
export async function startNode({ origin, name, account, session }) {
  const profile = await mkdtemp(path.join(tmpdir(), 'photomemory-node-'))
  const { args, ...launch } = launchOptions()
  // Signals are ours: the films are given back before the browser goes.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }
  let context
  try {
    context = await chromium.launchPersistentContext(profile, {
      ...launch,
      ...signals,
      args: [...args, ...AWAKE],
      headless: true,
      locale: 'en-US',
    })
    const page = context.pages()[0] ?? (await context.newPage())
    page.setDefaultTimeout(PATIENCE_MS)
    if (session) await rememberSession(page, origin, session)
    const address = `${origin}/render-node?name=${encodeURIComponent(name)}`
    await open(page, address, account)
    return nodeOf({ context, page, profile, address, account, name })
  } catch (error) {
    await context?.close().catch(() => undefined)
    await rm(profile, { recursive: true, force: true })
    throw error
  }
}

function nodeOf({ context, page, profile, address, account, name }) {
  return {
    name,
    /** @returns {Promise<{ state: string, made: number, failed: number } | null>} null while the page shows nothing */
    look: () => look(page),
    /** Brings a page back that has crashed, or whose session has ended. */
    revive: () => open(page, address, account),
    /** The session as it is now, or undefined where there is none. */
    session: () => page.evaluate(readSession, SESSION.source),
    /** Gives back what is being made, and ends the browser. */
    async close() {
      try {
        const stop = page.getByRole('button', { name: 'Stop', exact: true })
        if (await stop.isVisible()) {
          await stop.click({ timeout: GOODBYE_MS })
          await page.locator('main[data-state="stopped"]').waitFor({ timeout: GOODBYE_MS })
        }
      } catch {
        // Then its lease runs out, and another device takes the film over within a minute.
      }
    },
    async end() {
      await context.close().catch(() => undefined)
      await rm(profile, { recursive: true, force: true })
    },
  }
}

async function rememberSession(page, origin, session) {
  // A page of the same origin that runs nothing.
  await page.goto(`${origin}/favicon.svg`)
  await page.evaluate(({ name, value }) => localStorage.setItem(name, value), session)
}

/** Runs in the page. */
function readSession(pattern) {
  for (let index = 0; index < localStorage.length; index++) {
    const name = localStorage.key(index) ?? ''
    if (new RegExp(pattern).test(name)) return { name, value: localStorage.getItem(name) ?? '' }
  }
  return undefined
}

async function open(page, address, account) {
  await page.goto(address)
  const node = page.locator('main[data-state]')
  const form = page.getByRole('button', { name: 'Sign in', exact: true })
  await node.or(form).first().waitFor()
  if (await node.isVisible()) return
  if (!account)
    throw new SignInFailed(
      'The kept session has ended: set RENDER_NODE_EMAIL and RENDER_NODE_PASSWORD once more',
    )
  await page.getByRole('textbox', { name: 'Email' }).fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await form.click()
  const refused = page.getByRole('alert')
  await node.or(refused).first().waitFor()
  if (!(await node.isVisible()))
    throw new SignInFailed(`The sign-in was refused: ${(await refused.first().innerText()).trim()}`)
}

async function look(page) {
  const node = page.locator('main[data-state]')
  if (page.isClosed() || (await node.count()) === 0) return null
  const read = await node.evaluate(({ dataset }) => ({ ...dataset }))
  return { state: read.state ?? '', made: Number(read.made), failed: Number(read.failed) }
}
