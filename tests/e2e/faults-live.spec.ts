import { startFaultProxy } from '../faults/faultProxy'
import { expect, signUp, test } from './fixtures'
import { apiOf, must } from './project'

// What the tests take away, and the project that is not there any more.
test.use({ expected: [/net::ERR_|WebSocket connection|status of 40[46] /] })

/** The whole minute with FULL=1. */
const GONE_MS = process.env.FULL ? 60_000 : 3_000

test('F40: a page whose network and socket were gone shows what is within 2 s of being online again', async ({
  page,
  baseURL,
  problems,
}) => {
  expect(problems).toEqual([])
  const account = await signUp(page, 'Mia')
  const { client } = await apiOf(baseURL ?? '', account)
  const { id } = must(await client.from('video_projects').insert({ title: 'Before' }).select('id').single())
  const line = await startFaultProxy(baseURL ?? '')
  try {
    // The same person at the address of the line: another origin, so signed in once more.
    await page.goto(`${line.url}/sign-in`)
    await page.getByRole('textbox', { name: 'Email' }).fill(account.email)
    await page.getByLabel('Password', { exact: true }).fill(account.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('article', { name: 'Before' })).toBeVisible()
    await expect.poll(() => line.sockets().open).toBe(1)
    await page.waitForTimeout(1_000) // joined

    line.goOffline()
    await page.context().setOffline(true)
    for (let n = 1; n <= 29; n++) {
      const { rev } = must(await client.from('video_projects').select('rev').eq('id', id).single())
      must(
        await client
          .from('video_projects')
          .update({ title: `Title ${n}`, rev })
          .eq('id', id)
          .select(),
      )
    }
    must(await client.from('video_projects').insert({ title: 'New' }).select())
    await page.waitForTimeout(GONE_MS)
    await expect(page.getByRole('article', { name: 'Before' })).toBeVisible()
    line.heal()
    await page.evaluate(() => {
      addEventListener('online', () => {
        const since = performance.now()
        const isRight = () => ['Title 29', 'New'].every((title) => document.body.textContent?.includes(title))
        const timer = setInterval(() => {
          if (!isRight()) return
          clearInterval(timer)
          document.body.dataset.rightAfter = String(Math.round(performance.now() - since))
        }, 10)
      })
    })
    await page.context().setOffline(false)
    await expect(page.locator('body')).toHaveAttribute('data-right-after', /\d/, { timeout: 30_000 })
    const rightAfter = Number(await page.locator('body').getAttribute('data-right-after'))
    console.info(
      `F40: in Chromium right ${rightAfter} ms after being online again, gone for ${GONE_MS / 1000} s and more`,
    )
    expect(rightAfter).toBeLessThan(2_000)
    // And by the socket again: nothing is asked for before it says something.
    await expect.poll(() => line.sockets().open, { timeout: 10_000 }).toBe(1)
    must(await client.from('video_projects').insert({ title: 'Live again' }).select())
    await expect(page.getByRole('article', { name: 'Live again' })).toBeVisible()
  } finally {
    await page.goto('about:blank')
    await line.close()
  }
})

test('F44: who is removed from a project while looking at it is told, and sees nothing of it any more', async ({
  page: ben,
  newPerson,
  baseURL,
}) => {
  const benAccount = await signUp(ben, 'Ben')
  const ann = await newPerson()
  const { client } = await apiOf(baseURL ?? '', await signUp(ann, 'Ann'))
  const { userId } = await apiOf(baseURL ?? '', benAccount)
  const { id } = must(
    await client.from('video_projects').insert({ title: 'Summer by the sea' }).select('id').single(),
  )
  must(
    await client.from('project_members').insert({ project_id: id, user_id: userId, role: 'editor' }).select(),
  )
  await ben.goto(`/projects/${id}`)
  await expect(ben.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Summer by the sea')
  await ben.waitForTimeout(1_000) // joined
  const since = Date.now()
  must(await client.from('project_members').delete().eq('user_id', userId).select())
  await expect(ben.getByText('“Summer by the sea” is no longer shared with you').first()).toBeVisible()
  await expect(ben.getByRole('textbox', { name: 'Title', exact: true })).toHaveCount(0)
  console.info(`F44: told and gone ${Date.now() - since} ms after the removal`)
  await expect(ben.getByRole('heading', { level: 1 })).toBeVisible()
})
