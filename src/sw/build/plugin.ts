import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build as bundle, type Plugin, type Rolldown } from 'vite'
import { entryOf } from '../../domain/appCaches.ts'
import type { Build } from '../scope.ts'
import { neededFiles, type Chunk } from './neededFiles.ts'

/** Files beside the page that it asks for by a name that says nothing of their content. */
const FILES = ['/theme.js', '/favicon.svg']

/**
 * Adds the service worker to a build, as `sw.js`, with the list of what it brings to the device.
 *
 * [Note: no Workbox] vite-plugin-pwa would bring 299 packages for what is these two files: its lists are of names of files,
 * and which chunks the dashboard and the draft need is known by the bundler alone.
 */
export function serviceWorker(): Plugin {
  let root = ''
  let publicDir = ''
  return {
    name: 'photomemory:service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root
      publicDir = config.publicDir
    },
    generateBundle: {
      // When the page is written.
      order: 'post',
      async handler(_options, output) {
        const page = output['index.html']
        // Workers and the tests of single parts are built without a page.
        if (page?.type !== 'asset') return
        const html = String(page.source)
        const entry = entryOf(html)
        if (entry === null) throw new Error('index.html names no entry')
        const needed = neededFiles(Object.values(output).flatMap(chunkOf(root)), Object.keys(output))
        const digest = createHash('sha256').update(html)
        for (const file of FILES) digest.update(readFileSync(path.join(publicDir, file)))
        digest.update(JSON.stringify(needed))
        const build: Build = { id: digest.digest('hex').slice(0, 16), entry, files: FILES, ...needed }
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: await workerOf(root, build) })
      },
    },
  }
}

const chunkOf =
  (root: string) =>
  (file: Rolldown.OutputAsset | Rolldown.OutputChunk): Chunk[] => {
    if (file.type !== 'chunk') return []
    const modules = file.moduleIds.map((id) =>
      path.relative(root, id.split('?')[0] ?? id).replaceAll('\\', '/'),
    )
    const css = [...(file.viteMetadata?.importedCss ?? [])]
    return [{ fileName: file.fileName, modules, imports: file.imports, css }]
  }

/** The worker's code: one file, because a service worker's parts would have to be fetched by it. */
async function workerOf(root: string, build: Build): Promise<string> {
  const result = await bundle({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    define: { __BUILD__: JSON.stringify(build) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: path.join(root, 'src/sw/worker.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  })
  if (!('output' in result)) throw new Error('The service worker was not built')
  return result.output[0].code
}
