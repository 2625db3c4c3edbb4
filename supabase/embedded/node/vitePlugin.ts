import { fileURLToPath } from 'node:url'
import { runnerImport, type Plugin, type PreviewServer, type ViteDevServer } from 'vite'

/**
 * Serves the embedded Supabase on the port of `vite` and `vite preview` (not in vitest), unless VITE_SUPABASE_URL names a
 * project to use instead. The data are in `supabase/.temp`, or where PHOTOMEMORY_DATA_DIR says.
 *
 * [Note: loaded when it serves] vite.config.ts is read by every build and every test run too. Postgres and the rest are
 * therefore loaded only here, by Vite's own module runner, and this file imports nothing of ours.
 */
export function embeddedSupabase(options: { dataDirectory?: string } = {}): Plugin {
  const serve = async (server: ViteDevServer | PreviewServer) => {
    if (process.env['VITEST'] || server.config.env['VITE_SUPABASE_URL']) return
    const entry = fileURLToPath(new URL('./mountOnVite.ts', import.meta.url))
    const loader = { configFile: false, logLevel: 'error' } as const
    const { module } = await runnerImport<typeof import('./mountOnVite')>(entry, loader)
    await module.mountOnVite(server, directoryOf(options.dataDirectory))
  }
  return { name: 'photomemory:embedded-supabase', configureServer: serve, configurePreviewServer: serve }
}

function directoryOf(option: string | undefined): string {
  return (
    process.env['PHOTOMEMORY_DATA_DIR'] ?? option ?? fileURLToPath(new URL('../../.temp', import.meta.url))
  )
}
