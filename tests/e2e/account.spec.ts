import { expectAccessible } from './expectAccessible'
import { expect, signUp, test } from './fixtures'

test.use({ expected: [/status of 400 .*\/auth\/v1\/token/] })

test('an account: guarded pages, a way back, clear words for a wrong password, a session that survives a reload', async ({
  page,
  problems,
}) => {
  expect(problems).toEqual([])

  await test.step('signed out, the home page offers both ways in', async () => {
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'Create account' }).first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
    await expectAccessible(page)
  })

  const { email, password } = await signUp(page, 'Mary')

  await test.step('every page has its heading and no accessibility violation', async () => {
    for (const [address, heading] of [
      ['/projects', 'Projects'],
      ['/media', 'Media library'],
      ['/queue', 'Generation queue'],
      ['/settings', 'Settings'],
      ['/billing', 'Plan and usage'],
    ] as const) {
      await page.goto(address)
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
      await expectAccessible(page)
    }
    await page.goto('/projects/new')
    await expect(page.getByRole('button', { name: 'Create video' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('signed out, a guarded page asks for the sign-in and comes back to itself', async () => {
    await page.goto('/settings')
    await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page.getByRole('link', { name: 'Create account' }).first()).toBeVisible()
    await page.goto('/billing')
    await expect(page).toHaveURL(/\/sign-in/)
    await page.getByRole('textbox', { name: 'Email' }).fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').first()).toContainText(/password/i)
    await expectAccessible(page)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Plan and usage' })).toBeVisible()
  })

  await test.step('a reload keeps the session', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Plan and usage' })).toBeVisible()
  })
})
