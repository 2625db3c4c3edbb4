import { language, t } from '@/lib/i18n'

/** White text on each is at least 4.5:1, on light and on dark pages alike. */
const COLORS = [
  '#9a3412',
  '#1d4ed8',
  '#047857',
  '#7e22ce',
  '#be123c',
  '#0e7490',
  '#854d0e',
  '#4338ca',
  '#3f6212',
  '#a21caf',
  '#334155',
  '#9f1239',
] as const

/** A person's colour: the same on every page and for everybody who looks. */
export function personColor(userId: string): string {
  let sum = 2_166_136_261
  for (const letter of userId) sum = Math.imul(sum ^ letter.charCodeAt(0), 16_777_619) >>> 0
  return COLORS[sum % COLORS.length] ?? COLORS[0]
}

/** Names are the people's own and may be empty. */
export const personName = (name: string): string => name.trim() || t('members.noName')

/** "Ada Lovelace" is AL, "ben" is B; nothing to take letters from is a question mark. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map(firstLetter).join('').toLocaleUpperCase(language()) || '?'
}

function firstLetter(word: string | undefined): string {
  const code = word?.codePointAt(0)
  return code === undefined ? '' : String.fromCodePoint(code)
}
