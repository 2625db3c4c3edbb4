import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES } from '@/lib/i18n/languages'
import { firstPaint } from './firstPaint'

const built = () => {
  const { transformIndexHtml } = firstPaint()
  if (typeof transformIndexHtml !== 'function') throw new Error('The plugin transforms no page')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Vite's context, of which nothing is used
  return transformIndexHtml.call({} as never, readFileSync('index.html', 'utf8'), {} as never)
}

test('the page says in every language what it is, before any code has come', () => {
  const html = built()
  for (const { tag } of LANGUAGES) expect(html).toMatch(new RegExp(`<p lang="${tag}" dir="ltr">[^<]{8,}</p>`))
})

test.each(LANGUAGES)('the sentence in $name is shown when it is the language of the page', ({ tag }) => {
  expect(readFileSync('src/app/theme.css', 'utf8')).toContain(
    `:root[lang='${tag}'] #first-paint > [lang='${tag}']`,
  )
  expect(readFileSync('public/theme.js', 'utf8')).toContain(`'${tag}'`)
})
