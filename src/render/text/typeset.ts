import type { Box, Paint } from './canvas'
import { fitText, type Measure } from './wrapText'

/** A way to write: everything but the size, which follows the text. Lengths are parts of the size. */
export interface Typeface {
  /** CSS font for a size in pixels. */
  readonly font: (size: number) => string
  /** Added between letters. */
  readonly tracking: number
  /** From one line to the next. */
  readonly leading: number
  /** How tall capitals are: lines stand with the middle of theirs in the middle of the line. */
  readonly capitals: number
}

/** A text broken into lines of one size. `height` is from the first line's top to the last one's bottom. */
export interface SetText {
  readonly face: Typeface
  readonly size: number
  readonly lines: readonly { readonly text: string; readonly width: number }[]
  readonly width: number
  readonly height: number
}

export type Align = 'left' | 'center' | 'right'

export interface TextLimits {
  readonly maxWidth: number
  readonly maxLines: number
  /** Parts of the room's base: the size that is wished for and the smallest that can still be read. */
  readonly sizes: readonly [wished: number, smallest: number]
}

/** Scripts whose letters join or stack cannot be pulled apart. */
const PULLABLE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u
/** Whether letters may be moved and slanted one by one. */
export const isPullable = (text: string): boolean => PULLABLE.test(text)

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const SIZE_STEPS = 12

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Whether a text is written from the right: designs that stand at the left then stand at the right. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)

/**
 * Sets a text in the first of some limits that hold all of it, as large as it fits; where none does, what is too much
 * for the last is left out. An empty text has no lines and no height.
 */
export function setText(
  paint: Paint,
  text: string,
  face: Typeface,
  base: number,
  limits: readonly TextLimits[],
): SetText {
  let set: SetText = { face, size: 0, lines: [], width: 0, height: 0 }
  for (const { sizes, ...room } of limits) {
    const [wished, smallest] = sizes
    const steps = Array.from({ length: SIZE_STEPS }, (_, index) =>
      Math.max(7, Math.round(base * (wished + ((smallest - wished) * index) / (SIZE_STEPS - 1)))),
    )
    const measureAt = (size: number) => measureWith(paint, face, size)
    const { size, lines, isWhole } = fitText(text.trim(), steps, room, measureAt)
    const measure = measureAt(size)
    const measured = lines.map((line) => ({ text: line, width: measure(line) }))
    const width = Math.max(0, ...measured.map((line) => line.width))
    set = { face, size, lines: measured, width, height: lines.length * size * face.leading }
    if (isWhole) break
  }
  return set
}

function measureWith(paint: Paint, face: Typeface, size: number): Measure {
  const font = face.font(size)
  return (text) => {
    paint.font = font
    return paint.measureText(text).width + trackingOf(text, face, size) * Math.max(0, count(text) - 1)
  }
}

const trackingOf = (text: string, face: Typeface, size: number) =>
  isPullable(text) ? face.tracking * size : 0
const count = (text: string) => [...graphemes.segment(text)].length

/** Where the lines of a set text stand when its first line's top is at `top` and it hangs on `x`. */
export function lineBoxes(set: SetText, x: number, top: number, align: Align): Box[] {
  const height = set.size * set.face.leading
  return set.lines.map(({ width }, index) => ({
    x: align === 'left' ? x : align === 'right' ? x - width : x - width / 2,
    y: top + index * height,
    width,
    height,
  }))
}

/** Draws one glyph or one unbreakable line with its left end at `x` on the baseline `y`. */
export type DrawPiece = (paint: Paint, text: string, x: number, y: number, size: number) => void

const fill: DrawPiece = (paint, text, x, y) => paint.fillText(text, x, y)

/**
 * Draws a set text. Letters are placed one by one where they are pulled apart (canvas `letterSpacing` is young) or
 * where `draw` wants them so; their distances are those of the whole line, so that kerning stays.
 */
export function drawText(
  paint: Paint,
  set: SetText,
  x: number,
  top: number,
  align: Align,
  draw?: DrawPiece,
): void {
  paint.font = set.face.font(set.size)
  paint.textAlign = 'left'
  const boxes = lineBoxes(set, x, top, align)
  for (const [index, { text }] of set.lines.entries()) {
    const box = boxes[index]
    if (!box) continue
    const baseline = box.y + box.height / 2 + (set.size * set.face.capitals) / 2
    const tracking = trackingOf(text, set.face, set.size)
    if (!isPullable(text) || (tracking === 0 && !draw)) {
      ;(draw ?? fill)(paint, text, box.x, baseline, set.size)
      continue
    }
    let letter = 0
    for (const { segment, index: at } of graphemes.segment(text)) {
      // Up to and with the letter, less the letter alone: where kerning puts it.
      const left =
        paint.measureText(text.slice(0, at + segment.length)).width - paint.measureText(segment).width
      ;(draw ?? fill)(paint, segment, box.x + left + letter * tracking, baseline, set.size)
      letter += 1
    }
  }
}
