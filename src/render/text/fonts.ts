import type { Lettering, Storyboard } from '@/domain/storyboard'
import { FAMILIES, FONT_FILES, type FontName } from './fontFiles'

const { inter, playfair, archivo, cinzel, elite } = FAMILIES
const SYSTEM_SANS = '"Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'
const SYSTEM_SERIF = '"Noto Serif", "Noto Serif CJK SC", "Songti SC", Georgia, serif'

/** Families for the canvas; scripts that our files lack are drawn with what the system has. */
export const SERIF = `"${playfair}", ${SYSTEM_SERIF}`
export const BOLD = `"${archivo}", "${inter}", ${SYSTEM_SANS}`
export const CINEMA = `"${cinzel}", "${playfair}", ${SYSTEM_SERIF}`
export const TYPEWRITER = `"${elite}", "Courier Prime", "Courier New", "Noto Sans Mono", monospace`

/** What each lettering may need: only these are declared, and of their files only those that the texts use are fetched. */
const NEEDED: Record<Lettering, { fonts: readonly FontName[]; samples: readonly string[] }> = {
  serif: { fonts: ['playfair'], samples: [`500 40px ${SERIF}`, `italic 500 40px ${SERIF}`] },
  bold: { fonts: ['archivo', 'inter'], samples: [`900 expanded 40px ${BOLD}`] },
  cinema: { fonts: ['cinzel', 'playfair'], samples: [`500 40px ${CINEMA}`] },
  typewriter: { fonts: ['elite'], samples: [`400 40px ${TYPEWRITER}`] },
}

const declared = new Set<FontName>()

/**
 * Makes the fonts of a film known to the canvases of this worker or page and fetches the files that its texts need. A
 * font that does not come is no reason to stop a film: the system's stands in.
 * @returns false when a file has not come: what is drawn now looks different another time
 */
export async function loadFonts({
  lettering,
  overlays,
}: Pick<Storyboard, 'lettering' | 'overlays'>): Promise<boolean> {
  const known: unknown = typeof document === 'undefined' ? Reflect.get(globalThis, 'fonts') : document.fonts
  if (!(known instanceof FontFaceSet)) return true
  const texts = overlays.map(({ text, subtitle }) => text + subtitle).join(' ')
  if (!texts.trim()) return true
  const { fonts, samples } = NEEDED[lettering]
  for (const name of fonts) {
    if (!declared.has(name)) declare(known, name)
    declared.add(name)
  }
  const results = await Promise.allSettled(samples.map((font) => known.load(font, texts)))
  return results.every(({ status }) => status === 'fulfilled')
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
