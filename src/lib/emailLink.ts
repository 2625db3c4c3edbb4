import * as z from 'zod/mini'

/** What a link in an e-mail was for. `other`: an invitation, a magic link, a changed address. */
export type LinkPurpose = 'recovery' | 'signup' | 'other'

/**
 * What the account service put into the address of the page that a link in an e-mail leads to:
 * a session (`#access_token=…`), a token to be exchanged for one (`?token_hash=…`, where the project's mail templates
 * are written so), or why there is none (`#error_code=otp_expired`).
 */
export type EmailLink =
  | { kind: 'session'; purpose: LinkPurpose; accessToken: string; refreshToken: string }
  | { kind: 'token'; purpose: LinkPurpose; type: LinkType; tokenHash: string }
  | { kind: 'refused'; code: string }

const linkTypeSchema = z.enum(['recovery', 'signup', 'email', 'invite', 'magiclink', 'email_change'])
export type LinkType = z.output<typeof linkTypeSchema>

const sessionSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.string().check(z.minLength(1)),
})
const tokenSchema = z.object({ token_hash: z.string().check(z.minLength(1)), type: linkTypeSchema })

/** Everything the account service may add; what else an address carries is ours. */
const LINK_WORD =
  /^((provider_)?(access_|refresh_)?token(_type|_hash)?|expires_(in|at)|error(_code|_description)?|type|sb)$/

/** The link that `url` carries, and the address without it; null when it carries none. */
export function readEmailLink(url: URL): { link: EmailLink; rest: string } | null {
  const search = new URLSearchParams(url.search)
  const hash = new URLSearchParams(url.hash.slice(1))
  const link = linkOf({ ...Object.fromEntries(search), ...Object.fromEntries(hash) })
  if (!link) return null
  const ours = [...search].filter(([word]) => !LINK_WORD.test(word))
  const query = new URLSearchParams(ours).toString()
  return { link, rest: query === '' ? url.pathname : `${url.pathname}?${query}` }
}

function linkOf(words: Record<string, string>): EmailLink | null {
  const { type, error, error_code } = words
  const session = sessionSchema.safeParse(words).data
  if (session) {
    const { access_token: accessToken, refresh_token: refreshToken } = session
    return { kind: 'session', purpose: purposeOf(type), accessToken, refreshToken }
  }
  const token = tokenSchema.safeParse(words).data
  if (token)
    return { kind: 'token', purpose: purposeOf(token.type), type: token.type, tokenHash: token.token_hash }
  // `error` alone may be a word of somebody else's link to us; the account service says which it is.
  if (error_code !== undefined) return { kind: 'refused', code: error_code }
  return error === 'access_denied' || error === 'server_error' ? { kind: 'refused', code: error } : null
}

function purposeOf(type: string | undefined): LinkPurpose {
  if (type === 'recovery') return 'recovery'
  return type === 'signup' || type === 'email' ? 'signup' : 'other'
}
