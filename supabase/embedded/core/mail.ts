import { z } from 'zod'

/** An e-mail that the account service would have sent. */
export interface Mail {
  to: string
  subject: string
  /** As plain text. */
  text: string
  /** What the person is to open; null where the mail has none. */
  link: string | null
}

/** Is told of every mail; nothing is sent. */
export type OnMail = (mail: Mail) => void

/** lite builds its links from one site URL. Ours is whatever address the page was asked from, so this one is replaced. */
export const PLACEHOLDER_SITE = 'http://embedded.invalid'

const MAILING = /^\/auth\/v1\/(recover|signup|otp|magiclink|resend|invite)$/
const bodySchema = z.object({ email: z.string() })

/**
 * The mail side of the embedded account service.
 *
 * [Note: links lead back to the page that asked] lite 0.10.0 ignores `redirect_to` when it writes a mail and knows one site
 * URL only, while this server answers under any host and port. So the address that a request comes from is kept until its
 * mail is written, and the link's own redirect is made to lead there. Only to the origin of the request: whoever asks
 * for another person's link must not have it lead elsewhere.
 */
export class MailRoom {
  readonly #onMail: OnMail
  /** Where the mail to an address leads, while the request that causes it is answered. */
  readonly #places = new Map<string, string>()

  constructor(onMail: OnMail) {
    this.#onMail = onMail
  }

  /** lite's mail driver. */
  readonly driver = {
    send: ({ to, subject, text = '' }: { to: string; subject: string; text?: string }): Promise<void> => {
      const found = /http:\/\/embedded\.invalid\/\S+/.exec(text)?.[0]
      const link = found === undefined ? null : this.#linkTo(found, to)
      this.#onMail({ to, subject, text: found && link ? text.replace(found, link) : text, link })
      return Promise.resolve()
    },
  }

  #linkTo(found: string, to: string): string {
    const place = this.#places.get(to.toLowerCase())
    const link = new URL(found)
    if (place === undefined) return found
    link.searchParams.set('redirect_to', place)
    return new URL(link.pathname + link.search, place).href
  }

  /** Answers account requests around lite's own answer. */
  async answer(request: Request, next: (request: Request) => Promise<Response>): Promise<Response> {
    const url = new URL(request.url)
    if (request.method === 'GET' && url.pathname === '/auth/v1/verify')
      return this.#verify(url, request, next)
    if (request.method !== 'POST' || !MAILING.test(url.pathname)) return next(request)
    const email = bodySchema.safeParse(
      await request
        .clone()
        .json()
        .catch(() => null),
    ).data?.email
    if (email === undefined) return next(request)
    const key = email.toLowerCase()
    this.#places.set(key, placeOf(url))
    try {
      return await next(request)
    } finally {
      this.#places.delete(key)
    }
  }

  /** The link was opened: lite answers with a redirect to its site URL, which becomes the one that was asked for. */
  async #verify(
    url: URL,
    request: Request,
    next: (request: Request) => Promise<Response>,
  ): Promise<Response> {
    const bare = new URL(url)
    bare.searchParams.delete('redirect_to')
    const answer = await next(new Request(bare, request))
    const location = answer.headers.get('location')
    if (!location?.startsWith(PLACEHOLDER_SITE)) return answer
    const place = new URL(placeOf(url))
    place.hash = new URL(location).hash
    return new Response(null, { status: 303, headers: { location: place.href } })
  }
}

/** Where `redirect_to` says, if that is on the server that was asked; else its home page. */
function placeOf(url: URL): string {
  const wanted = url.searchParams.get('redirect_to')
  if (wanted !== null && URL.canParse(wanted) && new URL(wanted).origin === url.origin) return wanted
  return url.origin
}
