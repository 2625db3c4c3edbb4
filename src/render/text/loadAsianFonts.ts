import type { AsianFile } from './asianFonts/asianFiles'
import type { AsianLanguage } from './asianLanguages'

/** One name for all of them: which fonts stand behind it follows the film. */
export const ASIAN = { sans: 'PhotoMemory Asian Sans', serif: 'PhotoMemory Asian Serif' } as const
export type AsianDesign = keyof typeof ASIAN

/** Only their lists are large (a hundred files each); of the files themselves come those with signs that the film has. */
const LISTS: Record<AsianDesign, Record<AsianLanguage, () => Promise<{ files: AsianFile[] }>>> = {
  sans: {
    ko: () => import('./asianFonts/sansKr'),
    ja: () => import('./asianFonts/sansJp'),
    zh: () => import('./asianFonts/sansSc'),
  },
  serif: {
    ko: () => import('./asianFonts/serifKr'),
    ja: () => import('./asianFonts/serifJp'),
    zh: () => import('./asianFonts/serifSc'),
  },
}
/** Noto Serif has no thinner one. */
const WEIGHTS: Record<AsianDesign, string> = { sans: '100 900', serif: '200 900' }

let declared: { readonly key: string; readonly faces: readonly FontFace[] } = { key: '', faces: [] }

/**
 * Puts the fonts of these languages behind the Asian name of a design, in place of those that were there. Of two files with the
 * same sign the later one draws it: see [Note: one character, three shapes]. A worker or page draws one film at a time.
 */
export async function declareAsianFonts(
  known: FontFaceSet,
  design: AsianDesign,
  languages: readonly AsianLanguage[],
): Promise<void> {
  const key = [design, ...languages].join(' ')
  if (languages.length === 0 || key === declared.key) return
  const lists = await Promise.all(languages.map((language) => LISTS[design][language]()))
  const faces = lists
    .flatMap(({ files }) => files)
    .map(
      ({ url, unicodeRange }) =>
        new FontFace(ASIAN[design], `url("${url}") format("woff2")`, {
          weight: WEIGHTS[design],
          unicodeRange,
        }),
    )
  for (const face of declared.faces) known.delete(face)
  for (const face of faces) known.add(face)
  declared = { key, faces }
}
