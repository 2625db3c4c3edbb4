import { expect, it } from 'vitest'
import { fitText, shortenLines, wrapText } from './wrapText'

/** Every letter is ten pixels wide. */
const measure = (text: string) => Array.from(text).length * 10

it('breaks between words', () => {
  expect(wrapText('A day at the old harbour', 110, measure)).toEqual(['A day at', 'the old', 'harbour'])
})

it('keeps punctuation with its word', () => {
  expect(wrapText('Hello, world! (Really?)', 90, measure)).toEqual(['Hello,', 'world!', '(Really?)'])
})

it('keeps what a person wrote without spaces together', () => {
  expect(wrapText("It's mother-in-law's day", 160, measure)).toEqual(["It's", "mother-in-law's", 'day'])
})

it('breaks Chinese and Japanese between words, which have no spaces', () => {
  const lines = wrapText('我们在海边度过了一个美好的夏天', 80, measure)
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join('')).toBe('我们在海边度过了一个美好的夏天')
  for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(80)
})

it('breaks inside a word only where it alone is too wide, and never inside a letter', () => {
  expect(wrapText('Donaudampfschiff', 80, measure)).toEqual(['Donaudam', 'pfschiff'])
  expect(wrapText('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 70, measure)).toEqual(['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'])
})

it('keeps the line breaks of the text and drops empty lines', () => {
  expect(wrapText('One\n\nTwo\r\nThree', 200, measure)).toEqual(['One', 'Two', 'Three'])
  expect(wrapText('   ', 200, measure)).toEqual([])
})

it('says by an ellipsis that words are missing', () => {
  expect(shortenLines(['one two', 'three'], 1, 70, measure)).toEqual(['one tw…'])
  expect(shortenLines(['one'], 1, 70, measure)).toEqual(['one'])
})

it('takes the largest size that fits, and shortens only at the smallest', () => {
  const measureAt = (size: number) => (text: string) => text.length * size
  const limits = { maxWidth: 100, maxLines: 2 }
  expect(fitText('short', [20, 10], limits, measureAt)).toEqual({
    size: 20,
    lines: ['short'],
    isWhole: true,
  })
  const smaller = { size: 10, lines: ['words of', 'some len'], isWhole: true }
  expect(fitText('words of some len', [20, 10], limits, measureAt)).toEqual(smaller)
  expect(fitText('much too many words for so little room', [20, 10], limits, measureAt).lines.at(-1)).toMatch(
    /…$/,
  )
})

it('makes the lines about equally wide instead of leaving a short word alone', () => {
  const limits = { maxWidth: 200, maxLines: 3 }
  const { lines } = fitText('A weekend at the lake in May', [10], limits, () => measure)
  expect(lines).toEqual(['A weekend at', 'the lake in May'])
})

it('takes smaller letters rather than breaking a word', () => {
  const measureAt = (size: number) => (text: string) => text.length * size
  const limits = { maxWidth: 100, maxLines: 3 }
  expect(fitText('to remember', [20, 12], limits, measureAt)).toMatchObject({
    size: 12,
    lines: ['to', 'remember'],
  })
})

it('takes somewhat smaller letters rather than leaving a line of one short word', () => {
  const measureAt = (size: number) => (text: string) => text.length * size
  const limits = { maxWidth: 100, maxLines: 3 }
  const linesAt = (...sizes: number[]) => fitText('A weekend there', sizes, limits, measureAt).lines
  expect(linesAt(12, 11)).toEqual(['A weekend', 'there'])
  expect(linesAt(12, 7)).toEqual(['A', 'weekend', 'there'])
})

it('cuts a span of time at its dash', () => {
  const wrapped = wrapText('December 6, 2007 – August 5, 2012', 190, measure)
  expect(wrapped).toEqual(['December 6, 2007 –', 'August 5, 2012'])
})
