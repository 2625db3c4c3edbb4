import archivoLatinExt from '@fontsource-variable/archivo/files/archivo-latin-ext-wdth-normal.woff2?url'
import archivoLatin from '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2?url'
import archivoVietnamese from '@fontsource-variable/archivo/files/archivo-vietnamese-wdth-normal.woff2?url'
import cinzelLatinExt from '@fontsource-variable/cinzel/files/cinzel-latin-ext-wght-normal.woff2?url'
import cinzelLatin from '@fontsource-variable/cinzel/files/cinzel-latin-wght-normal.woff2?url'
import interCyrillicExt from '@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?url'
import interCyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url'
import interGreekExt from '@fontsource-variable/inter/files/inter-greek-ext-wght-normal.woff2?url'
import interGreek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url'
import interLatinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import interVietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?url'
import playfairCyrillicItalic from '@fontsource-variable/playfair-display/files/playfair-display-cyrillic-wght-italic.woff2?url'
import playfairCyrillic from '@fontsource-variable/playfair-display/files/playfair-display-cyrillic-wght-normal.woff2?url'
import playfairLatinExtItalic from '@fontsource-variable/playfair-display/files/playfair-display-latin-ext-wght-italic.woff2?url'
import playfairLatinExt from '@fontsource-variable/playfair-display/files/playfair-display-latin-ext-wght-normal.woff2?url'
import playfairLatinItalic from '@fontsource-variable/playfair-display/files/playfair-display-latin-wght-italic.woff2?url'
import playfairLatin from '@fontsource-variable/playfair-display/files/playfair-display-latin-wght-normal.woff2?url'
import playfairVietnameseItalic from '@fontsource-variable/playfair-display/files/playfair-display-vietnamese-wght-italic.woff2?url'
import playfairVietnamese from '@fontsource-variable/playfair-display/files/playfair-display-vietnamese-wght-normal.woff2?url'
import eliteLatinExt from '@fontsource/special-elite/files/special-elite-latin-ext-400-normal.woff2?url'
import eliteLatin from '@fontsource/special-elite/files/special-elite-latin-400-normal.woff2?url'

/** What the packages' own style sheets say each file covers. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'
const VIETNAMESE =
  'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB'
const CYRILLIC = 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'
const CYRILLIC_EXT = 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F'
const GREEK = 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF'
const GREEK_EXT = 'U+1F00-1FFF'

export const FAMILIES = {
  inter: 'PhotoMemory Inter',
  playfair: 'PhotoMemory Playfair',
  archivo: 'PhotoMemory Archivo',
  cinzel: 'PhotoMemory Cinzel',
  elite: 'PhotoMemory Elite',
} as const
export type FontName = keyof typeof FAMILIES

interface FontFile {
  readonly url: string
  readonly unicodeRange: string
  readonly style?: 'italic'
}

export const FONT_FILES: Record<FontName, readonly FontFile[]> = {
  inter: [
    { url: interLatin, unicodeRange: LATIN },
    { url: interLatinExt, unicodeRange: LATIN_EXT },
    { url: interVietnamese, unicodeRange: VIETNAMESE },
    { url: interCyrillic, unicodeRange: CYRILLIC },
    { url: interCyrillicExt, unicodeRange: CYRILLIC_EXT },
    { url: interGreek, unicodeRange: GREEK },
    { url: interGreekExt, unicodeRange: GREEK_EXT },
  ],
  playfair: [
    { url: playfairLatin, unicodeRange: LATIN },
    { url: playfairLatinExt, unicodeRange: LATIN_EXT },
    { url: playfairVietnamese, unicodeRange: VIETNAMESE },
    { url: playfairCyrillic, unicodeRange: CYRILLIC },
    { url: playfairLatinItalic, unicodeRange: LATIN, style: 'italic' },
    { url: playfairLatinExtItalic, unicodeRange: LATIN_EXT, style: 'italic' },
    { url: playfairVietnameseItalic, unicodeRange: VIETNAMESE, style: 'italic' },
    { url: playfairCyrillicItalic, unicodeRange: CYRILLIC, style: 'italic' },
  ],
  archivo: [
    { url: archivoLatin, unicodeRange: LATIN },
    { url: archivoLatinExt, unicodeRange: LATIN_EXT },
    { url: archivoVietnamese, unicodeRange: VIETNAMESE },
  ],
  cinzel: [
    { url: cinzelLatin, unicodeRange: LATIN },
    { url: cinzelLatinExt, unicodeRange: LATIN_EXT },
  ],
  elite: [
    { url: eliteLatin, unicodeRange: LATIN },
    { url: eliteLatinExt, unicodeRange: LATIN_EXT },
  ],
}
