/** Pages of the app by the first part of their address. Films behind a link (`/s/…`) are none of them: see `wayOf`. */
const PAGES = new Set([
  '',
  'sign-in',
  'sign-up',
  'forgot-password',
  'new-password',
  'link-problem',
  'projects',
  'media',
  'queue',
  'render-node',
  'settings',
  'billing',
])

/** What of a request decides. */
export type Asked = {
  method: string
  /** `Request.mode`; `navigate` is a page that is opened. */
  mode: string
  url: string
  /** Asks for a part of a file. */
  hasRange: boolean
}

/**
 * Where an answer comes from. `page`: the page of this build. `file`: one of the files beside it. `asset`: a file with the hash
 * of its content in its name. `share`: photos that were shared with the app. `past`: the worker stays out of it.
 */
export type Way = 'page' | 'file' | 'asset' | 'share' | 'past'

/**
 * The way of a request. Only what is named here is ever kept; see [Note: what the worker keeps]. An address with a question in it
 * is no file of the build, and a page has none of the dots that names of files have.
 *
 * @param origin of the app @param sharePath where photos are shared to @param files the ones beside the page, `/theme.js`
 */
export function wayOf(asked: Asked, { origin, sharePath, files }: Known): Way {
  const url = new URL(asked.url)
  if (url.origin !== origin) return 'past'
  if (asked.method === 'POST')
    return asked.mode === 'navigate' && url.pathname === sharePath ? 'share' : 'past'
  if (asked.method !== 'GET' || asked.hasRange) return 'past'
  if (asked.mode === 'navigate') return isPage(url.pathname) ? 'page' : 'past'
  if (url.search !== '') return 'past'
  if (isAsset(url.pathname)) return 'asset'
  return files.includes(url.pathname) ? 'file' : 'past'
}

export type Known = { origin: string; sharePath: string; files: readonly string[] }

const isPage = (pathname: string) => {
  const [, first = '', ...rest] = pathname.split('/')
  return PAGES.has(first) && !rest.some((part) => part.includes('.'))
}

/** Is there a hash of its content in this name? Nothing else lies in the folder. */
export const isAsset = (pathname: string) => /^\/assets\/[\w.-]+$/.test(pathname)

/** May this answer be kept? Some hosts answer with the page where a file is gone, some networks with a page of their own. */
export const isKeepable = (answer: Pick<Response, 'status' | 'type' | 'redirected' | 'headers'>): boolean =>
  answer.status === 200 &&
  answer.type === 'basic' &&
  !answer.redirected &&
  !/html/i.test(answer.headers.get('content-type') ?? '')
