import path from 'node:path'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { attachRealtime, isSupabasePath, requestListener } from './httpListener'
import { useDataDirectory } from './instances'
import { supabaseDirectory } from './projectMigrations'

/**
 * Serves the embedded Supabase on the port of `vite` and `vite preview` (not in vitest), unless VITE_SUPABASE_URL names a
 * project to use instead. The data are in `supabase/.temp`, or where PHOTOMEMORY_DATA_DIR says.
 */
export function embeddedSupabase(options: { dataDirectory?: string } = {}): Plugin {
  const serve = async (server: ViteDevServer | PreviewServer) => {
    if (process.env['VITEST'] || server.config.env['VITE_SUPABASE_URL']) return
    await mount(server, directoryOf(options.dataDirectory))
  }
  return { name: 'photomemory:embedded-supabase', configureServer: serve, configurePreviewServer: serve }
}

function directoryOf(option: string | undefined): string {
  return process.env['PHOTOMEMORY_DATA_DIR'] ?? option ?? path.join(supabaseDirectory, '.temp')
}

async function mount(server: ViteDevServer | PreviewServer, directory: string): Promise<void> {
  const { logger } = server.config
  const started = performance.now()
  const instance = await useDataDirectory(directory, ({ level, text }) => logger[level](`\n  ${text}\n`))

  const listener = requestListener(instance.ready)
  server.middlewares.use((request, response, next) => {
    if (isSupabasePath(request.url)) listener(request, response).catch(next)
    else next()
  })
  const { httpServer } = server
  const detach = httpServer ? attachRealtime(httpServer, instance.ready) : () => {}

  const closeServer = server.close.bind(server)
  server.close = async () => {
    detach()
    await closeServer()
    await instance.release()
  }

  instance.opened.then(
    ({ start, embedded }) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const migrated =
        start === 'existing data' && embedded.applied.length > 0
          ? `, ${embedded.applied.length} new migrations`
          : ''
      logger.info(
        `  ➜  Supabase: embedded, ready in ${seconds} s (data in ${path.relative(process.cwd(), directory)}${migrated})`,
      )
    },
    (error: unknown) =>
      logger.error(
        `\n  The embedded Supabase could not start. ${error instanceof Error ? error.message : String(error)}\n`,
      ),
  )
}
