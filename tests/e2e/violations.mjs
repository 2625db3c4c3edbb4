/** Where the browser reports what the content security policy refused, and where the tests ask for it. */
export const VIOLATIONS = '/violations-of-the-policy'

/**
 * Has the browser itself report every violation: of pages, of their workers and the workers of those, also when nobody
 * listens there. The policy is the one that `vite preview` sends, with nothing but the address for reports added.
 */
export function gatherViolations() {
  const reports = []
  return {
    name: 'photomemory:violations',
    configurePreviewServer({ middlewares }) {
      middlewares.use(VIOLATIONS, (request, response) => {
        if (request.method === 'POST') {
          const parts = []
          request.on('data', (part) => parts.push(part))
          request.on('end', () => {
            reports.push(JSON.parse(Buffer.concat(parts).toString('utf8'))['csp-report'])
            response.writeHead(204).end()
          })
        } else {
          response.setHeader('content-type', 'application/json')
          response.end(JSON.stringify(reports.splice(0)))
        }
      })
      middlewares.use((_request, response, next) => {
        const policy = response.getHeader('Content-Security-Policy')
        if (!policy) throw new Error('vite preview sends no content security policy')
        response.setHeader('Content-Security-Policy', `${String(policy)}; report-uri ${VIOLATIONS}`)
        next()
      })
    },
  }
}
