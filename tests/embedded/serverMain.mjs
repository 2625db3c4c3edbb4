// An embedded Supabase in a process of its own, so that a test can kill it. Says { url, publishableKey } when it is up.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const entry = fileURLToPath(new URL('../../supabase/embedded/node/startServer.ts', import.meta.url))
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'error' })
try {
  const { url, publishableKey, start } = await module.startEmbedded({ dataDirectory: process.argv[2] })
  console.log(JSON.stringify({ url, publishableKey, start }))
} catch (error) {
  console.log(JSON.stringify({ refused: error.message }))
  process.exit(1)
}
