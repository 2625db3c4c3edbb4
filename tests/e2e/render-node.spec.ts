import { spawn } from 'node:child_process'
import { stat, readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject, must, type Api } from './project'

type Account = { email: string; password: string }

async function ask({ client }: Api, project: string, cut: string, seconds: number): Promise<string> {
  const settings = { resolution: '720p', cut, durationSeconds: seconds, fps: 24 }
  const request_key = crypto.randomUUID()
  return must(await client.rpc('enqueue_generation', { project, request_key, settings })).id
}
const statusOf = async ({ client }: Api, film: string) =>
  must(await client.from('generated_videos').select('status, worker').eq('id', film).single())

test('a window on another computer, signed in as the person, makes their films until it is stopped', async ({
  page,
  newPerson,
  problems,
}, testInfo) => {
  test.setTimeout(300_000)
  expect(problems).toEqual([])
  const account = await signUp(page, 'Nora')
  const api = await apiOf(new URL(page.url()).origin, account)
  const photos = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
  const project = await makeProject(api, 'Alps', photos)
  await page.goto('/queue')
  await page.getByRole('button', { name: 'Pause here' }).click()

  const node = await newPerson()
  await node.goto('/render-node?name=Attic')
  await node.getByRole('textbox', { name: 'Email' }).fill(account.email)
  await node.getByLabel('Password', { exact: true }).fill(account.password)
  await node.getByRole('button', { name: 'Sign in' }).click()
  await expect(node.getByRole('heading', { name: 'Render node' })).toBeVisible()
  const state = node.getByRole('status').first()
  await expect(state).toHaveText('Waiting for films')
  await expect(node.getByText('No film made here yet')).toBeVisible()
  const { violations } = await new AxeBuilder({ page: node }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  const film = await ask(api, project, 'short', 12)
  await expect(state).toHaveText('Making a film')
  await expect(node.getByRole('heading', { name: 'Alps' })).toBeVisible()
  await expect(page.getByText('On the render node “Attic”')).toBeVisible()
  await expect(node.getByText('1 film made here')).toBeVisible({ timeout: 120_000 })
  expect((await statusOf(api, film)).status).toBe('completed')

  await test.step('stopped in the middle of a film it gives it back, and makes no other', async () => {
    const next = await ask(api, project, 'long', 60)
    await expect(state).toHaveText('Making a film')
    await node.getByRole('button', { name: 'Stop' }).click()
    await expect(state).toHaveText('Stopped')
    await expect.poll(() => statusOf(api, next)).toEqual({ status: 'queued', worker: null })
    await node.getByRole('button', { name: 'Start again' }).click()
    await expect(state).toHaveText('Making a film')
    await node.getByRole('button', { name: 'Stop' }).click()
    await expect(state).toHaveText('Stopped')
  })
})

/** Runs the script. `ended` resolves with its exit code. */
function runNodes(args: string[], account: Account | null) {
  const { RENDER_NODE_EMAIL: _email, RENDER_NODE_PASSWORD: _password, ...env } = process.env
  const secrets = account && { RENDER_NODE_EMAIL: account.email, RENDER_NODE_PASSWORD: account.password }
  const child = spawn(process.execPath, ['tools/render-node/main.mjs', ...args], {
    env: { ...env, ...secrets },
  })
  let said = ''
  child.stdout.on('data', (text) => (said += String(text)))
  child.stderr.on('data', (text) => (said += String(text)))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { ended, said: () => said, stop: () => child.kill('SIGTERM') }
}

test('npm run render-node makes films without a screen, several at once, keeps its sign-in to itself and gives back what it does not finish', async ({
  page,
  baseURL,
  problems,
}, testInfo) => {
  test.setTimeout(480_000)
  expect(problems).toEqual([])
  const account = await signUp(page, 'Nils')
  const api = await apiOf(new URL(page.url()).origin, account)
  const photos = (await testPhotos(page, testInfo.outputPath('photos'))).map(({ file }) => file)
  const project = await makeProject(api, 'Alps', photos)
  await page.goto('about:blank')
  const session = testInfo.outputPath('sessions.json')
  const url = ['--url', baseURL ?? '', '--session', session]

  await test.step('two at once, until nothing waits', async () => {
    const films = [await ask(api, project, 'one', 8), await ask(api, project, 'two', 8)]
    const nodes = runNodes([...url, '--count', '2', '--name', 'Shed', '--stop-when-empty'], account)
    expect(await nodes.ended, nodes.said()).toBe(0)
    expect(nodes.said()).toContain('2 films made')
    const made = await Promise.all(films.map((film) => statusOf(api, film)))
    expect(made.map(({ status }) => status)).toEqual(['completed', 'completed'])
    expect(new Set(made.map(({ worker }) => worker?.split(':').at(-1)))).toEqual(
      new Set(['Shed 1', 'Shed 2']),
    )
    for (const secret of [account.password, account.email]) expect(nodes.said()).not.toContain(secret)
  })
  await test.step('the next time the kept session is enough, which nobody else can read', async () => {
    expect((await stat(session)).mode & 0o777).toBe(0o600)
    expect(await readFile(session, 'utf8')).not.toContain(account.password)
    const film = await ask(api, project, 'three', 90)
    const node = runNodes(url, null)
    await expect.poll(() => node.said(), { timeout: 60_000 }).toContain('making a film')
    expect((await statusOf(api, film)).status).toBe('processing')
    node.stop()
    expect(await node.ended, node.said()).toBe(0)
    expect(await statusOf(api, film)).toEqual({ status: 'queued', worker: null })
    expect(node.said()).not.toMatch(/eyJ|refresh_token/)
  })
  await test.step('a wrong password is told, without repeating it', async () => {
    const wrong = { ...account, password: 'not the Passw0rd' }
    const node = runNodes(['--url', baseURL ?? ''], wrong)
    expect(await node.ended).toBe(2)
    expect(node.said()).toContain('The sign-in was refused')
    expect(node.said()).not.toContain(wrong.password)
  })
})
