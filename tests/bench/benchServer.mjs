/** Builds the bench page with the product's own modules and serves it with the photos, on a free port. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { build, preview } from 'vite'
import { engineVersion } from '../../src/render/engineVersion.mjs'

const TYPES = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
}
const here = import.meta.dirname

export const isPhoto = (name) => extname(name).toLowerCase() in TYPES

/** @param {{ folder: string, names: string[], output: string }} options */
export async function startBenchServer({ folder, names, output }) {
  const outDir = mkdtempSync(join(tmpdir(), 'photomemory-bench-'))
  const config = {
    configFile: false,
    root: here,
    logLevel: 'error',
    resolve: { alias: { '@': join(here, '../../src') } },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4096 },
    worker: { format: 'es' },
    define: { __ENGINE_VERSION__: JSON.stringify(engineVersion()) },
  }
  await build(config)
  const routes = {
    name: 'bench-routes',
    configurePreviewServer(server) {
      server.middlewares.use('/photos', (request, response) => {
        const name = names[Number(request.url?.slice(1))]
        if (name === undefined) return response.writeHead(404).end()
        response.setHeader('content-type', TYPES[extname(name).toLowerCase()])
        createReadStream(join(folder, name)).pipe(response)
      })
      server.middlewares.use('/film', (request, response) => {
        pipeline(request, createWriteStream(output)).then(
          () => response.end('ok'),
          (error) => response.writeHead(500).end(String(error)),
        )
      })
    },
  }
  const server = await preview({
    ...config,
    plugins: [routes],
    preview: { port: 0, host: '127.0.0.1', strictPort: false },
  })
  return {
    url: server.resolvedUrls.local[0],
    close: async () => {
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
