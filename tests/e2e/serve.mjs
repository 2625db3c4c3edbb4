/** `vite preview` on an embedded Supabase of its own, made anew: the e2e never touches what `npm run dev` keeps. */
import { rmSync } from 'node:fs'
import { preview } from 'vite'
import { newerBuild } from './newerBuild.mjs'
import { gatherViolations } from './violations.mjs'

const port = Number(process.env.E2E_PORT ?? 4199)
/** One per port, so that several can run beside each other. */
const dataDirectory = `supabase/.temp/e2e-${port}`
rmSync(dataDirectory, { recursive: true, force: true })
process.env.PHOTOMEMORY_DATA_DIR = dataDirectory

// The payment provider of these tests: see settings.spec.ts.
process.env.BILLING_WEBHOOK_SECRET = 'whsec_e2e'
process.env.BILLING_PRICES_PRO = 'price_1QpRo'

const server = await preview({
  // Another build than the usual one, for trying things beside it.
  build: { outDir: process.env.E2E_DIST ?? 'dist' },
  preview: { port, host: '127.0.0.1', strictPort: true },
  plugins: [gatherViolations(), newerBuild()],
})
server.printUrls()
