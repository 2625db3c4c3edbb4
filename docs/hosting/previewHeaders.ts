import { existsSync } from 'node:fs'
import path from 'node:path'
import compression from 'compression'
import type { Plugin } from 'vite'
import {
  ASSET_CACHING,
  ASSETS,
  MANIFEST,
  MANIFEST_TYPE,
  PAGE_CACHING,
  SHARED,
  SHARED_HEADERS,
  securityHeaders,
} from './headers.mjs'

/**
 * Makes `vite preview` answer as a host does: with the headers of docs/hosting/headers.mjs, compressed, and 404 for a file
 * of a build that is gone instead of the page. Behind the embedded Supabase in the list of plugins: what that answers is not the page.
 */
export function previewHeaders(): Plugin {
  return {
    name: 'photomemory:headers',
    configurePreviewServer({ config, middlewares }) {
      const dist = path.resolve(config.root, config.build.outDir)
      const hosted: unknown = config.env['VITE_SUPABASE_URL']
      const headers = securityHeaders(
        typeof hosted === 'string' && hosted !== '' ? new URL(hosted).origin : 'self',
      )
      const compress = compression()
      middlewares.use((request, response, next) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        if (pathname.startsWith(SHARED))
          for (const [name, value] of Object.entries(SHARED_HEADERS)) response.setHeader(name, value)
        if (pathname === MANIFEST) response.setHeader('Content-Type', MANIFEST_TYPE)
        const isAsset = pathname.startsWith(ASSETS)
        if (isAsset && !existsSync(path.join(dist, path.normalize(pathname)))) {
          response.writeHead(404).end()
          return
        }
        response.setHeader('Cache-Control', isAsset ? ASSET_CACHING : PAGE_CACHING)
        compress(request, response, next)
      })
    },
  }
}
