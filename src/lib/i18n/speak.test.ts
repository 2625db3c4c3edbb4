import { afterEach, expect, test } from 'vitest'
import { formatBytes, formatDate, formatDuration, formatList, formatPercent } from '@/lib/format'
import { language, t } from '.'
import { addBundle, onSpoken, speak, spokenLanguage } from './speak'

afterEach(() => speak('en'))

test('all of the page changes at once: words, its language for Intl, and what the document says of itself', async () => {
  const heard: (string | null)[] = []
  const stop = onSpoken(() => heard.push(t('account.signIn')))
  await speak('de')
  stop()
  expect([language(), spokenLanguage(), document.documentElement.lang, document.documentElement.dir]).toEqual(
    ['de', 'de', 'de', 'ltr'],
  )
  expect(heard).toEqual(['Anmelden'])
  expect(t('draft.create')).toBe('Video erstellen')
})

test('of two wishes the later one counts, whichever words come first', async () => {
  await Promise.all([speak('ja'), speak('fr')])
  expect([language(), t('account.signIn')]).toEqual(['fr', 'Se connecter'])
})

test('numbers and forms of number are those of the language', async () => {
  expect(t('draft.photoCount', { count: 12_345 })).toBe('12,345 photos')
  await speak('de')
  expect(t('draft.photoCount', { count: 12_345 })).toBe('12.345 Fotos')
  expect(t('draft.photoCount', { count: 1 })).toBe('1 Foto')
  expect(t('draft.durationPerPhoto', { count: 3, seconds: 2.5 })).toBe('Etwa 2,5 s für jedes von 3 Fotos.')
  await speak('fr')
  // French counts nothing in the singular, and a million with "de".
  expect(t('draft.photoCount', { count: 0 })).toBe('0 photo')
  expect(t('draft.photoCount', { count: 1_000_000 })).toMatch(/^1\s000\s000 de photos$/)
  await speak('ko')
  expect(t('draft.photoCount', { count: 1 })).toBe('사진 1장')
})

test('dates, sizes, lengths and lists are written as the language writes them', async () => {
  await speak('ja')
  expect(formatDate('2025-11-23T12:00:00Z')).toBe('2025/11/23')
  expect(formatDuration(90)).toBe('1 分 30 秒')
  expect(formatList(['一', '二'])).toBe('一、二')
  await speak('de')
  expect(formatBytes(13_002_342)).toMatch(/^12,4\sMB$/)
  expect(formatPercent(0.42)).toMatch(/^42\s%$/)
  expect(formatList(['eins', 'zwei', 'drei'])).toBe('eins, zwei und drei')
})

test('words that are added later come in the language that is spoken, and change with it', async () => {
  await speak('es')
  const bundle = addBundle({
    './es/late.ts': async () => ({ shell: { home: 'tarde' } }),
    './en/late.ts': async () => ({ shell: { home: 'late' } }),
  })
  expect(bundle.isHere()).toBe(false)
  await bundle.coming
  expect([bundle.isHere(), t('shell.home')]).toEqual([true, 'tarde'])
  await speak('en')
  expect([bundle.isHere(), t('shell.home')]).toEqual([true, 'late'])
})

test('a language that cannot be loaded leaves the page as it is', async () => {
  await speak('de')
  addBundle({ './de/x.ts': async () => ({}), './ko/x.ts': () => Promise.reject(new TypeError('no line')) })
  await expect(speak('ko')).rejects.toThrow('no line')
  expect([language(), t('account.signIn')]).toEqual(['de', 'Anmelden'])
})
