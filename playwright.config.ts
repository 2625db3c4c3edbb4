import { defineConfig } from '@playwright/test'
import { launchOptions } from './tests/chromium.mjs'

const port = Number(process.env.E2E_PORT ?? 4199)

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Most of a test is waiting: for a lease to end, a line to come back, a person to type.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
    launchOptions: launchOptions(),
    // [Note: tests without the service worker] What it answers no test can see, change or count. So it is there only where it
    // matters what it does: in its own tests (pwa.spec.ts), offline, and in the main job.
    serviceWorkers: 'block',
    // Without pictures: to film every test takes a third of the machine where there is no GPU.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
  webServer: {
    command: 'node tests/e2e/serve.mjs',
    env: { E2E_PORT: String(port) },
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
