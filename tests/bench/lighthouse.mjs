/**
 * `npm run bench:lighthouse`: Lighthouse's mobile profile on what `vite preview` serves, for the sign-in, the dashboard and a
 * project with its film. One line of JSON for each page: the four categories, LCP in ms and TBT in ms, each the median of three.
 * Lighthouse is no dependency of the project: `npm i --no-save lighthouse@12.8.2` first. Needs `npm run build`.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright'
import { chromiumArgs, findChromium } from '../chromium.mjs'

const RUNS = Number(process.env.RUNS ?? 3)
const PORT = 4187
const DEBUGGING = 9187
const base = `http://127.0.0.1:${PORT}`

/** What says where the time went, though it takes no points itself. */
const EXPLAINING = ['long-tasks', 'bootup-time', 'largest-contentful-paint-element', 'layout-shifts']

const { default: lighthouse } = await import(process.env.LIGHTHOUSE ?? 'lighthouse').catch(() => {
  console.error('Lighthouse is not installed: npm i --no-save lighthouse@12.8.2')
  process.exit(1)
})

const server = spawn(process.execPath, ['tests/e2e/serve.mjs'], {
  env: { ...process.env, E2E_PORT: String(PORT) },
  stdio: ['ignore', 'ignore', 'inherit'],
})
const profile = await mkdtemp(path.join(tmpdir(), 'lighthouse-'))
const browser = spawn(
  findChromium(),
  [
    ...chromiumArgs,
    '--headless',
    `--remote-debugging-port=${DEBUGGING}`,
    `--user-data-dir=${profile}`,
    'about:blank',
  ],
  { stdio: 'ignore' },
)
try {
  await answering(base)
  await answering(`http://127.0.0.1:${DEBUGGING}/json/version`)
  await measure('sign-in', `${base}/sign-in`)
  const project = await prepare()
  await measure('dashboard', `${base}/projects`)
  await measure('project', project)
} finally {
  browser.kill()
  server.kill()
  await new Promise((resolve) => browser.once('exit', resolve))
  await rm(profile, { recursive: true, force: true })
}

async function answering(address) {
  for (let tries = 0; tries < 120; tries++) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`${address} does not answer`)
}

/** Signs somebody up who has a film of the sample photos. @returns the address of its project */
async function prepare() {
  const driver = await chromium.connectOverCDP(`http://127.0.0.1:${DEBUGGING}`)
  const page = await driver.contexts()[0].newPage()
  await page.goto(`${base}/sign-up`)
  await page.getByRole('textbox', { name: 'Display name' }).fill('Ada')
  await page.getByRole('textbox', { name: 'Email' }).fill('ada@example.com')
  await page.getByLabel('Password', { exact: true }).fill('a long Passw0rd')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { name: 'Projects', exact: true }).waitFor()
  await page.goto(`${base}/projects/new`)
  await page.getByRole('button', { name: 'Try it with sample photos' }).click()
  await page.getByRole('list', { name: 'Photos' }).getByRole('listitem').nth(11).waitFor({ timeout: 120_000 })
  await page.getByLabel('Duration', { exact: true }).fill('15')
  await page.getByRole('button', { name: 'Create video' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/, { timeout: 120_000 })
  await page.locator('video').first().waitFor({ timeout: 240_000 })
  const address = page.url()
  await page.goto('about:blank')
  await page.close()
  return address
}

async function measure(name, address) {
  const runs = []
  for (let run = 0; run < RUNS; run++) {
    const { lhr } = await lighthouse(address, {
      port: DEBUGGING,
      logLevel: 'error',
      disableStorageReset: name !== 'sign-in',
    })
    runs.push(lhr)
    if (process.env.DETAILS) tell(lhr)
  }
  const median = (of) => runs.map(of).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)]
  const score = (category) => Math.round(median(({ categories }) => categories[category].score) * 100)
  console.log(
    JSON.stringify({
      page: name,
      performance: score('performance'),
      accessibility: score('accessibility'),
      best_practices: score('best-practices'),
      seo: score('seo'),
      lcp_ms: Math.round(median(({ audits }) => audits['largest-contentful-paint'].numericValue)),
      tbt_ms: Math.round(median(({ audits }) => audits['total-blocking-time'].numericValue)),
      transferred_kb: Math.round(median(({ audits }) => audits['total-byte-weight'].numericValue) / 1000),
    }),
  )
}

/** What took points, and why. */
function tell({ categories, audits, finalDisplayedUrl }) {
  console.error(finalDisplayedUrl)
  for (const id of EXPLAINING)
    console.error(`  ${id}: ${JSON.stringify(audits[id]?.details?.items ?? []).slice(0, 1_200)}`)
  for (const { title, auditRefs } of Object.values(categories))
    for (const { id, weight } of auditRefs) {
      const { score, title: what, displayValue = '', details } = audits[id]
      if (weight > 0 && score !== null && score < 0.95)
        console.error(
          `  ${title}: ${id} ${score} ${what} ${displayValue} ${JSON.stringify(details?.items ?? []).slice(0, 600)}`,
        )
    }
}
