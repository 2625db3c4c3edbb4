/** Width of a text in pixels. */
export type Measure = (text: string) => number

const ELLIPSIS = '…'

/** Of the widest line: a line narrower than this looks forgotten; the letters may be so much smaller to prevent it. */
const EVEN = 0.34
const WORTH_EVEN_LINES = 0.7

/**
 * Breaks a text into lines no wider than `maxWidth`, at the word boundaries of its own script (Chinese and Japanese have
 * no spaces), inside a word only where the word alone is too wide. Line breaks in the text are kept.
 */
export function wrapText(text: string, maxWidth: number, measure: Measure): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => wrapParagraph(paragraph, maxWidth, measure))
}

function wrapParagraph(paragraph: string, maxWidth: number, measure: Measure): string[] {
  // `June 14 – 16 July` and the like are cut at their dash where that is enough.
  const halves = paragraph.trim().split(/(?<=\s[–—])\s+/u)
  const isTooWide = measure(paragraph.trim()) > maxWidth
  if (isTooWide && halves.length === 2 && halves.every((half) => measure(half) <= maxWidth)) return halves
  const lines: string[] = []
  let line = ''
  const push = () => {
    if (line.trim()) lines.push(line.trim())
    line = ''
  }
  for (const piece of breakablePieces(paragraph)) {
    if (measure((line + piece).trim()) <= maxWidth) {
      line += piece
      continue
    }
    push()
    if (measure(piece.trim()) <= maxWidth) {
      line = piece
      continue
    }
    for (const { segment } of graphemes.segment(piece)) {
      if (line && measure(line + segment) > maxWidth) push()
      line += segment
    }
  }
  push()
  return lines
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Words with the punctuation that belongs to them: closing marks never begin a line. */
function breakablePieces(paragraph: string): string[] {
  const pieces: string[] = []
  for (const { segment, isWordLike } of words.segment(paragraph)) {
    const last = pieces.at(-1)
    const opens = /^[([{“‘«¿¡「『（]$/u.test(segment)
    if (last === undefined || isWordLike || opens) {
      if (last !== undefined && /[([{“‘«¿¡「『（]$/u.test(last)) pieces[pieces.length - 1] = last + segment
      else if (last !== undefined && !/\s$/u.test(last) && isAttached(last, segment))
        pieces[pieces.length - 1] = last + segment
      else pieces.push(segment)
    } else pieces[pieces.length - 1] = last + segment
  }
  return pieces
}

/** `o’clock-wise` is one piece: letters that touch without a space stay together unless their script writes so always. */
function isAttached(last: string, segment: string): boolean {
  const spaceless =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
  return !spaceless.test(last) && !spaceless.test(segment)
}

/** At most `maxLines` lines; where words had to go the last line ends with an ellipsis. */
export function shortenLines(
  lines: readonly string[],
  maxLines: number,
  maxWidth: number,
  measure: Measure,
): string[] {
  if (lines.length <= maxLines) return [...lines]
  const kept = lines.slice(0, maxLines)
  let last = Array.from(graphemes.segment(kept.at(-1) ?? ''), ({ segment }) => segment)
  while (last.length > 0 && measure(last.join('').trimEnd() + ELLIPSIS) > maxWidth) last = last.slice(0, -1)
  return [...kept.slice(0, -1), last.join('').trimEnd() + ELLIPSIS]
}

/**
 * The largest of the sizes at which a text takes at most `maxLines` lines and no word has to be broken, its lines about
 * equally wide. At the smallest size long words are broken and what is too much is left out: then it is not whole.
 * @param sizes font sizes, falling
 */
export function fitText(
  text: string,
  sizes: readonly number[],
  limits: { maxWidth: number; maxLines: number },
  measureAt: (size: number) => Measure,
): { size: number; lines: string[]; isWhole: boolean } {
  const { maxWidth, maxLines } = limits
  let smallest = { size: 0, lines: [text] }
  let largest: { size: number; lines: string[] } | null = null
  for (const size of sizes) {
    if (largest && size < largest.size * WORTH_EVEN_LINES) break
    const measure = measureAt(size)
    const wrapped = wrapText(text, maxWidth, measure)
    smallest = { size, lines: wrapped }
    if (wrapped.length > maxLines || widestWord(text, measure) > maxWidth) continue
    const lines = balanceLines(text, wrapped, maxWidth, measure)
    largest ??= { size, lines }
    const widths = lines.map(measure)
    if (Math.min(...widths) >= Math.max(...widths) * EVEN) return { size, lines, isWhole: true }
  }
  if (largest) return { ...largest, isWhole: true }
  const lines = shortenLines(smallest.lines, maxLines, maxWidth, measureAt(smallest.size))
  return { size: smallest.size, lines, isWhole: false }
}

function widestWord(text: string, measure: Measure): number {
  const pieces = text.split(/\r?\n/).flatMap(breakablePieces)
  return Math.max(0, ...pieces.map((piece) => measure(piece.trim())))
}

/** The same text in as many lines, in the narrowest column that holds them: no last line of one short word. */
function balanceLines(text: string, lines: string[], maxWidth: number, measure: Measure): string[] {
  if (lines.length < 2) return lines
  let best = lines
  let tooNarrow = widestWord(text, measure)
  let wideEnough = maxWidth
  for (let step = 0; step < 7; step++) {
    const width = (tooNarrow + wideEnough) / 2
    const narrower = wrapText(text, width, measure)
    if (narrower.length > lines.length) tooNarrow = width
    else {
      wideEnough = width
      best = narrower
    }
  }
  return best
}
