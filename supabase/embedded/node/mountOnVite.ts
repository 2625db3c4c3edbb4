import path from 'node:path'
import type { PreviewServer, ViteDevServer } from 'vite'
import { readBillingConfiguration } from '../../functions/billing-webhook/configuration'
import { attachRealtime, isSupabasePath, requestListener } from './httpListener'
import { joinDataDirectory } from './instances'
import { keepMail } from './keepMail'

/**
 * Starts the embedded Supabase and serves it on a Vite server's own port. Resolves before the boot is done; requests wait.
 * @throws DataDirectoryInUse
 */
export async function mountOnVite(server: ViteDevServer | PreviewServer, directory: string): Promise<void> {
  const { logger } = server.config
  const started = performance.now()
  const instance = await joinDataDirectory(directory, ({ level, text }) => logger[level](`\n  ${text}\n`), {
    // With its link, on purpose: no mail is sent, so whoever runs this server is the one who gets it.
    onMail: (mail) => {
      logger.info(`\n  ✉  ${mail.subject}, to ${mail.to}:\n     ${mail.link ?? mail.text}\n`)
      keepMail(directory, mail)
    },
    confirmEmails: process.env['PHOTOMEMORY_CONFIRM_EMAIL'] === '1',
    functions: { billing: readBillingConfiguration((name) => process.env[name]) },
  })

  const listener = requestListener(instance.ready)
  server.middlewares.use((request, response, next) => {
    if (isSupabasePath(request.url)) void listener(request, response)
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
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      logger.error(
        `\n  The embedded Supabase could not start. ${reason}\n  Its data are in ${directory}; to begin without them, move that directory away and start again.\n`,
      )
    },
  )
}
