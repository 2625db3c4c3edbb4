import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A browser with this cookie sees a host on which another build lies by now: `value` names it. Others see the one that is there. */
export const BUILD_COOKIE = 'e2e-build'

/**
 * What a browser asks for to learn of a new build is the service worker alone. It is the same with another name of its build in
 * it, so that everything it brings along is there.
 */
export function newerBuild() {
  return {
    name: 'photomemory:newer-build',
    configurePreviewServer({ config, middlewares }) {
      const file = path.resolve(config.root, config.build.outDir, 'sw.js')
      middlewares.use('/sw.js', (request, response, next) => {
        const build = new RegExp(`${BUILD_COOKIE}=(\\w+)`).exec(request.headers.cookie ?? '')?.[1]
        if (!build) return next()
        response.setHeader('content-type', 'text/javascript')
        response.end(readFileSync(file, 'utf8').replace(/id:([`"'])\w+\1/, `id:"${build}"`))
      })
    },
  }
}
