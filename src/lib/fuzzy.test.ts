import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuzzyMatch } from './fuzzy'

/** The texts that answer, the nearest first. */
const ranked = (query: string, texts: string[]) =>
  texts
    .flatMap((text) => {
      const match = fuzzyMatch(query, text)
      return match ? [{ text, score: match.score }] : []
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ text }) => text)

/** The text with what was found in brackets. */
function shown(query: string, text: string): string | null {
  const match = fuzzyMatch(query, text)
  if (!match) return null
  return match.ranges
    .toReversed()
    .reduce((sum, [from, to]) => `${sum.slice(0, from)}[${sum.slice(from, to)}]${sum.slice(to)}`, text)
}

describe('a text is found', () => {
  test.each([
    ['pro', 'Go to projects', 'Go to [pro]jects'],
    ['ject', 'Go to projects', 'Go to pro[ject]s'],
    ['gp', 'Go to projects', '[G]o to [p]rojects'],
    ['projects go', 'Go to projects', '[Go] to [projects]'],
    ['lkwk', 'A lake week', 'A [l]a[k]e [w]ee[k]'],
    ['setings', 'Go to settings', 'Go to [set]t[ings]'],
    ['prjoects', 'Go to projects', 'Go to [projects]'],
    ['muller', 'Bei Müllers', 'Bei [Müller]s'],
    ['北海', '2024 北海道', '2024 [北海]道'],
  ])('by “%s”', (query, text, expected) => expect(shown(query, text)).toBe(expected))
})

test('it is not found by what is not in it', () => {
  expect(shown('xyz', 'Go to projects')).toBeNull()
  expect(shown('projects xyz', 'Go to projects')).toBeNull()
  expect(shown('oo', 'Go to projects')).toBeNull()
  expect(shown('sea', 'See')).toBeNull()
})

test('what begins with it comes before what has it within, and that before what has only its letters', () => {
  const texts = ['Sunset at a lake', 'The Alps, a nice km event', 'Lake Bled', 'Snowflakes']
  expect(ranked('lake', texts)).toEqual(['Lake Bled', 'Sunset at a lake', 'Snowflakes'])
})

test('nothing typed is answered by everything', () => {
  expect(fuzzyMatch('', 'A')).not.toBeNull()
  expect(fuzzyMatch('   ', 'A')?.ranges).toEqual([])
})

test('every part of a text finds it, and what is set off lies within it in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(), fc.nat(), (text, a, b) => {
      const words = text.split(/\s+/).filter(Boolean)
      const word = words[a % (words.length || 1)] ?? ''
      const match = fuzzyMatch(word.slice(0, b % (word.length + 1)), text)
      // Half a character, or a mark without its letter, is nothing that can be typed.
      if (!match) return
      let end = 0
      for (const [from, to] of match.ranges) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        end = to
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/), fc.nat(), (text, pick) => {
      const words = text.split(' ')
      const word = words[pick % words.length] ?? ''
      expect(fuzzyMatch(word, text)).not.toBeNull()
      expect(fuzzyMatch(words.toReversed().join(' '), text)).not.toBeNull()
    }),
  )
})
