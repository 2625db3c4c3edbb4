/** `score`: higher is nearer. `ranges`: the characters of the text that were meant, from and to (exclusive), in order. */
export type Match = { score: number; ranges: readonly (readonly [from: number, to: number])[] }

/** A text as it is compared: small letters without their marks, and where in the text each came from. */
type Folded = { text: string; from: number[]; starts: number[] }

/** So long a word may have one letter wrong. */
const TYPO_LENGTH = 4

/**
 * How well a text answers what somebody typed; null when it does not. Each word typed must be found: at the beginning of a
 * word, within one, as letters in their order (`gp` finds “Go to projects”), or with one letter wrong.
 * [Note: our own search] Some dozen short names are compared with a few letters: fifty lines do it without a library, in
 * every script, and say which characters to set off.
 */
export function fuzzyMatch(query: string, text: string): Match | null {
  const words = fold(query).text.split(/\s+/).filter(Boolean)
  const folded = fold(text)
  let score = -text.length / 1_000
  const marked = new Set<number>()
  for (const word of words) {
    const found = findWord(word, folded)
    if (!found) return null
    score += found.score
    for (const at of found.at) marked.add(folded.from[at] ?? 0)
  }
  return { score, ranges: rangesOf(marked) }
}

type Found = { score: number; at: number[] }

function findWord(word: string, folded: Folded): Found | null {
  return asPart(word, folded) ?? asLetters(word, folded) ?? withTypo(word, folded)
}

function asPart(word: string, { text, starts }: Folded): Found | null {
  const start = starts.find((at) => text.startsWith(word, at))
  const first = start ?? text.indexOf(word)
  if (first < 0) return null
  const score = first === 0 ? 4 : start === undefined ? 2.5 : 3.5
  return { score, at: Array.from(word, (_, index) => first + index) }
}

/** The letters in their order, the first at the beginning of a word; rather next to each other or where words begin. */
function asLetters(word: string, { text, starts }: Folded): Found | null {
  for (const start of starts) {
    if (text[start] !== word[0]) continue
    const at = [start]
    for (const letter of word.slice(1)) {
      const from = (at.at(-1) ?? 0) + 1
      const initial = starts.find((place) => place >= from && text[place] === letter)
      const next = text[from] === letter ? from : (initial ?? text.indexOf(letter, from))
      if (next < 0) break
      at.push(next)
    }
    const jumps = at.filter(
      (place, index) => index > 0 && !starts.includes(place) && place !== (at[index - 1] ?? 0) + 1,
    )
    if (at.length === word.length && jumps.length <= word.length / 2)
      return { score: 1.5 - jumps.length / 10, at }
  }
  return null
}

function withTypo(word: string, { text, starts }: Folded): Found | null {
  if (word.length < TYPO_LENGTH) return null
  for (const start of starts) {
    for (const length of [word.length, word.length + 1, word.length - 1]) {
      const piece = text.slice(start, start + length)
      if (piece.length === length && isOneApart(word, piece))
        return { score: 1, at: Array.from(piece, (_, index) => start + index) }
    }
  }
  return null
}

/** One letter more, less, other, or two exchanged. */
function isOneApart(a: string, b: string): boolean {
  let from = 0
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from++
  const restA = a.slice(from)
  const restB = b.slice(from)
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

function fold(text: string): Folded {
  const folded: Folded = { text: '', from: [], starts: [] }
  let at = 0
  let isAfterWord = false
  for (const character of text) {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    const isWord = /[\p{L}\p{N}]/u.test(character)
    if (isWord && !isAfterWord) folded.starts.push(folded.text.length)
    isAfterWord = isWord
    folded.text += plain
    for (let index = 0; index < plain.length; index++) folded.from.push(at)
    at += character.length
  }
  return folded
}

function rangesOf(marked: ReadonlySet<number>): [from: number, to: number][] {
  const ranges: [number, number][] = []
  for (const at of [...marked].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last?.[1] === at) last[1] = at + 1
    else ranges.push([at, at + 1])
  }
  return ranges
}
