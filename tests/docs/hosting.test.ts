import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hostingFiles } from '../../docs/hosting/files.mjs'
import { contentSecurityPolicy, SHARED_HEADERS, securityHeaders } from '../../docs/hosting/headers.mjs'

const read = (file: string) => readFileSync(file, 'utf8')
const directives = (policy: string) =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values]
    }),
  )

describe('the policy', () => {
  const policy = directives(contentSecurityPolicy())

  test('lets no text become code: nothing inline, no eval, and only one Trusted Types policy', () => {
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"])
    expect(policy.get('trusted-types')).toEqual(['default'])
    expect(policy.get('object-src')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
  })
  test('lets nobody frame the page, and asks for no isolation that would refuse pictures', () => {
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(Object.keys(securityHeaders())).not.toContain('Cross-Origin-Embedder-Policy')
  })
  test('lets the page reach its Supabase, also by socket, and nobody else', () => {
    const mine = directives(contentSecurityPolicy('https://films.example'))
    expect(mine.get('connect-src')).toEqual([
      "'self'",
      'blob:',
      'data:',
      'https://films.example',
      'wss://films.example',
    ])
    expect(mine.get('img-src')).toContain('https://films.example')
    expect(mine.get('media-src')).toContain('https://films.example')
    expect(contentSecurityPolicy('self')).not.toContain('//')
  })
})

describe('what hosts are configured with is what the source says (node docs/hosting/write.mjs)', () => {
  const files = hostingFiles()
  test('for Netlify and Cloudflare Pages', () => {
    expect(read('public/_headers')).toBe(files['public/_headers'])
  })
  test('for Vercel', () => {
    expect(JSON.parse(read('vercel.json'))).toEqual(JSON.parse(files['vercel.json']))
  })
  test('for nginx, in every location: one that adds a header of its own forgets those of the server', () => {
    expect(read('docs/hosting/nginx-headers.conf')).toBe(files['docs/hosting/nginx-headers.conf'])
    const locations = [...read('docs/hosting/nginx.conf').matchAll(/location [^{]+\{([^]*?)\n {2}\}/g)]
    expect(locations).toHaveLength(5)
    for (const [, body] of locations) expect(body).toContain('include photomemory-headers.conf;')
  })
})

test('what is behind a link to one film is for no search engine, whichever host serves it', () => {
  expect(SHARED_HEADERS['X-Robots-Tag']).toContain('noindex')
  for (const file of ['public/_headers', 'vercel.json', 'docs/hosting/nginx.conf'])
    expect(read(file)).toContain(SHARED_HEADERS['X-Robots-Tag'])
})

test('a new version is found at once: no host lets a browser keep the service worker', () => {
  expect(read('public/_headers')).toMatch(/^\/sw\.js\n {2}Cache-Control: no-cache$/m)
  expect(read('docs/hosting/nginx.conf')).toMatch(/location = \/sw\.js \{[^}]*"no-cache"/)
  expect(JSON.parse(read('vercel.json'))).toMatchObject({
    headers: expect.arrayContaining([
      { source: '/sw.js', headers: [{ key: 'Cache-Control', value: 'no-cache' }] },
    ]),
  })
})

test('the page itself has no script, handler or style inside of it', () => {
  const html = read('index.html')
  for (const [tag] of html.matchAll(/<script[^>]*>/g)) expect(tag).toContain('src="/')
  expect(html).not.toMatch(/\son\w+=|javascript:|<style|\sstyle=/i)
})
