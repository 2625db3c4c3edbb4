import { personalWords } from './personalWords'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const EMAIL = /[^\s<>"'()]+@[^\s<>"'()]+\.[a-z]{2,}/gi
const TOKEN = /eyJ[\w-]{10,}(\.[\w-]+){0,2}|\bsb_\w+/g
const DATA_URL = /\b(data|blob):[^\s)'"]+/gi
const QUERY = /[?#][^\s)'":]+=[^\s)'"]*/g
/** A file of a photo or film by its ending, with the words before it: names have spaces in them. */
const FILE =
  /[^\s/"'“”:(][^\n/"'“”:(]*\.(jpe?g|png|webp|avif|hei[cf]|gif|tiff?|bmp|mp4|mov|webm|m4a|mp3|wav)\b/gi
/** What Postgres shows of a row: `Key (email)=(ada@example.com)`. */
const ROW_VALUE = /\)=\([^\n]*?\)/g
const DOUBLE_QUOTED = /"[^"\n]*"|“[^”\n]*”/g
/** In single quotes engines name fields (`reading 'id'`), others the thing itself. */
const SINGLE_QUOTED = /(?<!(?:reading|setting|property) )(?<![\p{L}\p{N}])'[^'\n]+'(?![\p{L}\p{N}])/gu

/** Take out what could say who the person is: ids, addresses, tokens, quotations, names of files, and all words known to be theirs. */
export const anonymous = (text: string): string =>
  withoutWords(
    text
      .replace(TOKEN, '<token>')
      .replace(DATA_URL, '<data>')
      .replace(EMAIL, '<e-mail>')
      .replace(DOUBLE_QUOTED, '<text>')
      .replace(SINGLE_QUOTED, '<text>')
      .replace(ROW_VALUE, ')=(<text>)')
      .replace(QUERY, '')
      .replace(FILE, '<file>')
      .replace(UUID, '<id>'),
  )

/** What was thrown, with its causes (at most five) and where in the code, without anything personal. */
export function described(error: unknown): string {
  const lines: string[] = []
  let cause: unknown = error
  for (let depth = 0; depth < 5 && cause !== undefined && cause !== null; depth++) {
    if (!(cause instanceof Error)) {
      lines.push(typeof cause === 'string' ? cause : Object.prototype.toString.call(cause))
      break
    }
    const code = 'code' in cause ? ` [${String(cause.code)}]` : ''
    lines.push(`${cause.name}${code}: ${cause.message}`, framesOf(cause))
    cause = cause.cause
  }
  return anonymous(lines.join('\n'))
}

/** The stack without the message that engines repeat above it, which may go over many lines. */
function framesOf({ stack = '' }: Error): string {
  const lines = stack.split('\n')
  return lines.filter((line) => /^\s+at |@.*:\d+:\d+$/.test(line)).join('\n')
}

function withoutWords(text: string): string {
  const words = personalWords().flatMap((word) => [word, encoded(word)])
  if (words.length === 0) return text
  const any = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}_<])(${any})(?![\\p{L}\\p{N}_>])`, 'giu'), '<private>')
}

/** As in an address. Half of an emoji, where a text was cut, has no such form. */
function encoded(word: string): string {
  try {
    return encodeURIComponent(word)
  } catch {
    return word
  }
}
