/** `vite preview` on an embedded Supabase of its own, made anew: the e2e never touches what `npm run dev` keeps. */
import { rmSync } from 'node:fs'
import { preview } from 'vite'

const dataDirectory = 'supabase/.temp/e2e'
rmSync(dataDirectory, { recursive: true, force: true })
process.env.PHOTOMEMORY_DATA_DIR = dataDirectory

const server = await preview({
  preview: { port: Number(process.env.E2E_PORT ?? 4199), host: '127.0.0.1', strictPort: true },
})
server.printUrls()
