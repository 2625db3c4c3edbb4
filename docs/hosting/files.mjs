/** The configuration files of hosts, as docs/hosting/headers.mjs has them. */
import { readFileSync } from 'node:fs'
import {
  ASSET_CACHING,
  ASSETS,
  MANIFEST,
  MANIFEST_TYPE,
  PAGE_CACHING,
  SHARED,
  SHARED_HEADERS,
  WORKER,
  securityHeaders,
} from './headers.mjs'

const headers = Object.entries(securityHeaders())
const sharedHeaders = Object.entries(SHARED_HEADERS)

/** Netlify and Cloudflare Pages. Two rules that match one file are both sent, so no header is in both. */
const netlify = () =>
  [
    '# Written by `node docs/hosting/write.mjs` from docs/hosting/headers.mjs.',
    '/*',
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
    `${SHARED}*`,
    ...sharedHeaders.map(([name, value]) => `  ${name}: ${value}`),
    `${ASSETS}*`,
    `  Cache-Control: ${ASSET_CACHING}`,
    WORKER,
    `  Cache-Control: ${PAGE_CACHING}`,
    MANIFEST,
    `  Content-Type: ${MANIFEST_TYPE}`,
    '',
  ].join('\n')

/** Only the headers are written; the rest of vercel.json is kept as it is. */
function vercel() {
  const asPairs = (entries) => entries.map(([key, value]) => ({ key, value }))
  const rest = JSON.parse(readFileSync('vercel.json', 'utf8'))
  const rules = [
    { source: `${ASSETS}(.*)`, headers: asPairs([['Cache-Control', ASSET_CACHING]]) },
    { source: WORKER, headers: asPairs([['Cache-Control', PAGE_CACHING]]) },
    { source: MANIFEST, headers: asPairs([['Content-Type', MANIFEST_TYPE]]) },
    { source: `${SHARED}(.*)`, headers: asPairs(sharedHeaders) },
    { source: '/(.*)', headers: asPairs(headers) },
  ]
  return JSON.stringify({ ...rest, headers: rules })
}

/** For `include`: nginx forgets a server's headers in every location that adds one of its own. */
const nginx = () =>
  [
    '# Written by `node docs/hosting/write.mjs` from docs/hosting/headers.mjs; included by nginx.conf.',
    ...headers.map(([name, value]) => `add_header ${name} "${value}" always;`),
    '',
  ].join('\n')

/** Each file with its content as the source has it. JSON is not formatted. */
export const hostingFiles = () => ({
  'public/_headers': netlify(),
  'vercel.json': vercel(),
  'docs/hosting/nginx-headers.conf': nginx(),
})
