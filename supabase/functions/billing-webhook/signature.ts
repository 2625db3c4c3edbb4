/** How old a delivery may be: the provider signs every try anew, so only a replay or a wrong clock is older. */
export const TOLERANCE_SECONDS = 300

export type Signed = 'genuine' | 'forged' | 'too_old'

/**
 * Whether `body` was signed by whoever has one of the secrets, lately. The scheme is Stripe's v1: the header is
 * `t=<unix seconds>,v1=<hex>[,v1=<hex>…]`, signed is `<t>.<body>` with HMAC-SHA-256. While a secret is being changed there
 * are two signatures, or two secrets here.
 *
 * [Note: compared by the platform] `crypto.subtle.verify` compares in constant time; nothing here looks at a signature byte
 * by byte. Every pair is tried, whichever fits.
 *
 * @param body the bytes as they came: parsed and written again they would be others
 */
export async function checkSignature(
  body: Uint8Array<ArrayBuffer>,
  header: string | null,
  secrets: readonly string[],
  nowMs: number,
): Promise<Signed> {
  const { time, signatures } = readHeader(header)
  if (time === null) return 'forged'
  const text = new TextEncoder()
  const prefix = text.encode(`${time}.`)
  const signed = new Uint8Array(prefix.length + body.length)
  signed.set(prefix)
  signed.set(body, prefix.length)
  let fits = false
  for (const secret of secrets) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['verify'])
    for (const signature of signatures) {
      const isRight = await crypto.subtle.verify('HMAC', key, signature, signed)
      fits = isRight || fits
    }
  }
  if (!fits) return 'forged'
  return Math.abs(nowMs / 1000 - Number(time)) <= TOLERANCE_SECONDS ? 'genuine' : 'too_old'
}

/** More than a few signatures is nobody we know. */
const MOST_SIGNATURES = 5

function readHeader(header: string | null): { time: string | null; signatures: Uint8Array<ArrayBuffer>[] } {
  let time: string | null = null
  const signatures: Uint8Array<ArrayBuffer>[] = []
  for (const part of (header ?? '').split(',')) {
    const [name, value = ''] = part.trim().split('=', 2)
    if (name === 't' && /^\d{1,12}$/.test(value)) time = value
    if (name === 'v1' && /^[0-9a-f]{64}$/.test(value) && signatures.length < MOST_SIGNATURES)
      signatures.push(bytesOf(value))
  }
  return { time, signatures }
}

const bytesOf = (hex: string) =>
  Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  )
