import type { Lettering, Storyboard } from '@/domain/storyboard'
import { asianLanguages } from './asianLanguages'
import { FAMILIES, FONT_FILES, type FontName } from './fontFiles'
import { ASIAN, declareAsianFonts, type AsianDesign } from './loadAsianFonts'

const { inter, playfair, archivo, cinzel, elite } = FAMILIES
const SYSTEM_SANS = '"Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'
const SYSTEM_SERIF = '"Noto Serif", "Noto Serif CJK SC", "Songti SC", Georgia, serif'

/** Families for the canvas; scripts that our files lack are drawn with what the system has. */
export const SERIF = `"${playfair}", "${ASIAN.serif}", ${SYSTEM_SERIF}`
export const BOLD = `"${archivo}", "${inter}", "${ASIAN.sans}", ${SYSTEM_SANS}`
export const CINEMA = `"${cinzel}", "${playfair}", "${ASIAN.serif}", ${SYSTEM_SERIF}`
export const TYPEWRITER = `"${elite}", "${ASIAN.serif}", "Courier Prime", "Courier New", "Noto Sans Mono", monospace`

/** What each lettering may need: only these are declared, and of their files only those that the texts use are fetched. */
const NEEDED: Record<
  Lettering,
  { fonts: readonly FontName[]; asian: AsianDesign; samples: readonly string[] }
> = {
  serif: { fonts: ['playfair'], asian: 'serif', samples: [`500 40px ${SERIF}`, `italic 500 40px ${SERIF}`] },
  bold: { fonts: ['archivo', 'inter'], asian: 'sans', samples: [`900 expanded 40px ${BOLD}`] },
  cinema: { fonts: ['cinzel', 'playfair'], asian: 'serif', samples: [`500 40px ${CINEMA}`] },
  typewriter: { fonts: ['elite'], asian: 'serif', samples: [`400 40px ${TYPEWRITER}`] },
}

const declared = new Set<FontName>()

/**
 * Makes the fonts of a film known to the canvases of this worker or page and fetches the files that its texts need. A
 * font that does not come is no reason to stop a film: the system's stands in.
 * @returns false when a file has not come: what is drawn now looks different another time
 */
export async function loadFonts(
  film: Pick<Storyboard, 'lettering' | 'overlays' | 'language'>,
): Promise<boolean> {
  const { lettering, overlays } = film
  const known: unknown = typeof document === 'undefined' ? Reflect.get(globalThis, 'fonts') : document.fonts
  if (!(known instanceof FontFaceSet)) return true
  const texts = overlays.map(({ text, subtitle }) => text + subtitle).join(' ')
  if (!texts.trim()) return true
  const { fonts, asian, samples } = NEEDED[lettering]
  for (const name of fonts) {
    if (!declared.has(name)) declare(known, name)
    declared.add(name)
  }
  const [lists] = await Promise.allSettled([declareAsianFonts(known, asian, asianLanguages(film))])
  const results = await Promise.allSettled(samples.map((font) => known.load(font, texts)))
  return [lists, ...results].every(({ status }) => status === 'fulfilled')
}

function declare(known: FontFaceSet, name: FontName): void {
  for (const { url, unicodeRange, style = 'normal' } of FONT_FILES[name]) {
    known.add(
      new FontFace(FAMILIES[name], `url("${url}") format("woff2")`, { ...AXES[name], unicodeRange, style }),
    )
  }
}

/** What the files can vary. */
const AXES: Record<FontName, FontFaceDescriptors> = {
  inter: { weight: '100 900' },
  playfair: { weight: '400 900' },
  archivo: { weight: '100 900', stretch: '62% 125%' },
  cinzel: { weight: '400 900' },
  elite: {},
}
