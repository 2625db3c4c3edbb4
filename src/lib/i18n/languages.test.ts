import { expect, test } from 'vitest'
import { bestLanguage, languageFor } from './languages'

test('a tag with a region or a script is the language we have', () => {
  expect(['de-AT', 'zh-Hant-TW', 'pt_BR', 'KO'].map(languageFor)).toEqual(['de', 'zh', null, 'ko'])
})
test('the first language that we have is taken, and English where there is none', () => {
  expect(bestLanguage(['pt-BR', 'fr-CA', 'en'])).toBe('fr')
  expect(bestLanguage(['pt-BR', 'nl'])).toBe('en')
  expect(bestLanguage([])).toBe('en')
})
