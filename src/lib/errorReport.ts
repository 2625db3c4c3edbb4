const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const EMAIL = /[^\s<>"'()]+@[^\s<>"'()]+\.[a-z]{2,}/gi
const TOKEN = /eyJ[\w-]{10,}(\.[\w-]+){0,2}/g
const QUERY = /\?[^\s)'"]+/g
const QUOTED = /[“"'][^“”"'\n]{1,200}\.(jpe?g|png|webp|avif|heic|mp4|webm)[”"']/gi

/** Take out what could say who the person is: ids, addresses, tokens, query strings, names of files. */
const anonymous = (text: string) =>
  text
    .replace(TOKEN, '<token>')
    .replace(EMAIL, '<e-mail>')
    .replace(QUOTED, '<file>')
    .replace(QUERY, '')
    .replace(UUID, '<id>')

/**
 * What happened, for a person to send to whoever can mend it. Plain text without personal data.
 * At most five causes deep.
 */
export function errorReport(error: unknown): string {
  const lines = [
    `page ${location.pathname}`,
    `browser ${navigator.userAgent}`,
    `time ${new Date().toISOString()}`,
  ]
  let cause: unknown = error
  for (let depth = 0; depth < 5 && cause !== undefined && cause !== null; depth++) {
    if (!(cause instanceof Error)) {
      lines.push(typeof cause === 'string' ? cause : Object.prototype.toString.call(cause))
      break
    }
    const code = 'code' in cause ? ` [${String(cause.code)}]` : ''
    lines.push(`${cause.name}${code}: ${cause.message}`, cause.stack ?? '')
    cause = cause.cause
  }
  return anonymous(lines.join('\n'))
}
