import type { Plugin } from 'vite'
import { LANGUAGES, type LanguageTag } from '../../lib/i18n/languages.ts'
import { shell as de } from '../../lib/i18n/de/shell.ts'
import { shell as en } from '../../lib/i18n/en/shell.ts'
import { shell as es } from '../../lib/i18n/es/shell.ts'
import { shell as fr } from '../../lib/i18n/fr/shell.ts'
import { shell as ja } from '../../lib/i18n/ja/shell.ts'
import { shell as ko } from '../../lib/i18n/ko/shell.ts'
import { shell as zh } from '../../lib/i18n/zh/shell.ts'

const words: Record<LanguageTag, { readonly homeTitle: string }> = { en, ko, ja, zh, es, fr, de }

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * [Note: the first paint] On a phone with a slow line the code of the page takes seconds. Until then index.html itself says what
 * this is: the mark and the first sentence of the home page, in all languages; /theme.js says which one (`<html lang>`) and
 * src/app/theme.css shows it, or the empty places of the shell to somebody who was signed in. It is put into the page by the build,
 * so that the sentence is written down once, in src/lib/i18n.
 */
export function firstPaint(): Plugin {
  const sentences = LANGUAGES.map(
    ({ tag, dir }) => `<p lang="${tag}" dir="${dir}">${escaped(words[tag].homeTitle)}</p>`,
  )
  const html = ['<img src="/favicon.svg" alt="" width="56" height="56" />', ...sentences].join('\n      ')
  return {
    name: 'photomemory:first-paint',
    transformIndexHtml: (page) => page.replace('<!-- first paint -->', html),
  }
}
