import type { Storyboard } from '@/domain/storyboard'

/** The languages whose writing has thousands of signs, and fonts of its own. */
export const ASIAN_LANGUAGES = ['ko', 'ja', 'zh'] as const
export type AsianLanguage = (typeof ASIAN_LANGUAGES)[number]

const HANGUL = /\p{Script=Hangul}/u
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/**
 * Whose fonts the texts of a film need, the one that draws Chinese characters last; none for most films.
 *
 * [Note: one character, three shapes] Unicode gives 直 or 骨 one number, and Chinese, Japanese and Koreans draw them differently. Kana
 * or Hangul tell whose they are; where there is neither, the language of the film does.
 */
export function asianLanguages({
  overlays,
  language,
}: Pick<Storyboard, 'overlays' | 'language'>): AsianLanguage[] {
  const text = overlays.map((overlay) => overlay.text + overlay.subtitle).join('')
  const spoken = ASIAN_LANGUAGES.find((tag) => tag === language?.split('-')[0])
  const found = new Set<AsianLanguage>()
  if (HANGUL.test(text)) found.add('ko')
  if (KANA.test(text)) found.add('ja')
  if (HAN.test(text) && (found.size === 0 || spoken === 'zh')) found.add(spoken ?? 'zh')
  const first = spoken && found.has(spoken) ? spoken : found.has('ja') ? 'ja' : null
  return [...found].toSorted((one, other) => Number(one === first) - Number(other === first))
}
