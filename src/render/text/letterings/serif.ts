import type { Overlay } from '@/domain/storyboard'
import {
  around,
  castShadow,
  cloud,
  createPaint,
  drawInBox,
  roomOf,
  shade,
  standAt,
  type Paint,
  type DrawnOverlay,
  type TextFrame,
} from '../canvas'
import { SERIF } from '../fonts'
import { drawText, isPullable, lineBoxes, setText, type Typeface } from '../typeset'

/** Classic: a quiet book title in the middle, with italics and a small ornament. */

const INK = '#fffaf1'
const UPRIGHT = (size: number) => `500 ${size}px ${SERIF}`
const TITLE: Typeface = {
  font: UPRIGHT,
  tracking: 0.005,
  leading: 1.14,
  capitals: 0.7,
}
const ITALIC: Typeface = {
  font: (size) => `italic 600 ${size}px ${SERIF}`,
  tracking: 0.01,
  leading: 1.36,
  capitals: 0.6,
}

export function drawTitle({ text, subtitle }: Overlay, frame: TextFrame): DrawnOverlay {
  const { stage, safe, base } = roomOf(frame)
  const probe = createPaint(2, 2)
  const maxWidth = safe.width * 0.96
  const title = setText(probe, text, TITLE, base, [
    { maxWidth, maxLines: 3, sizes: [0.118, 0.062] },
    { maxWidth, maxLines: 6, sizes: [0.076, 0.046] },
  ])
  const small = setText(probe, subtitle, italicFor(subtitle), base, [
    { maxWidth, maxLines: 3, sizes: [0.046, 0.034] },
  ])
  const gap = small.lines.length > 0 ? base * 0.085 : 0
  const height = title.height + gap + small.height
  const top = stage.y + (stage.height - height) / 2
  const middle = stage.x + stage.width / 2
  return drawInBox(frame, stage, (paint) => {
    paint.fillStyle = 'rgba(0,0,0,0.26)'
    paint.fillRect(stage.x, stage.y, stage.width, stage.height)
    const width = Math.max(title.width, small.width)
    cloud(paint, around([{ x: middle - width / 2, y: top, width, height }], base * 0.34), 0.52)
    paint.fillStyle = INK
    castShadow(paint, base, 0.5)
    drawText(paint, title, middle, top, 'center')
    if (gap === 0) return
    drawOrnament(paint, middle, top + title.height + gap * 0.46, base)
    drawText(paint, small, middle, top + title.height + gap, 'center')
  })
}

export function drawChapter({ text, subtitle, side }: Overlay, frame: TextFrame): DrawnOverlay {
  const room = roomOf(frame)
  const { stage, safe, base } = room
  const probe = createPaint(2, 2)
  const maxWidth = Math.min(safe.width * 0.92, base * 1.3)
  const title = setText(probe, text, TITLE, base, [{ maxWidth, maxLines: 3, sizes: [0.082, 0.046] }])
  const small = setText(probe, subtitle, italicFor(subtitle), base, [
    { maxWidth, maxLines: 2, sizes: [0.042, 0.034] },
  ])
  const gap = small.lines.length > 0 ? base * 0.056 : 0
  const middle = stage.x + stage.width / 2
  const { top, band, line } = standAt(room, side, title.height + gap + small.height, base * 0.24)
  return drawInBox(frame, band, (paint) => {
    shade(paint, band, line, 0.62)
    const width = Math.max(title.width, small.width)
    const height = title.height + gap + small.height
    cloud(paint, around([{ x: middle - width / 2, y: top, width, height }], base * 0.16), 0.5)
    paint.fillStyle = INK
    castShadow(paint, base, 0.5)
    drawText(paint, title, middle, top, 'center')
    if (gap === 0) return
    drawOrnament(paint, middle, top + title.height + gap * 0.45, base * 0.72)
    drawText(paint, small, middle, top + title.height + gap, 'center')
  })
}

export function drawCaption({ text, side }: Overlay, frame: TextFrame): DrawnOverlay {
  const room = roomOf(frame)
  const { stage, safe, base } = room
  const maxWidth = Math.min(safe.width, base * 1.4)
  const limits = [{ maxWidth, maxLines: 4, sizes: [0.053, 0.035] }] as const
  const set = setText(createPaint(2, 2), text, italicFor(text), base, limits)
  const { top, band, line } = standAt(room, side, set.height, base * 0.16)
  return drawInBox(frame, band, (paint) => {
    shade(paint, band, line, 0.6)
    cloud(paint, around(lineBoxes(set, stage.x + stage.width / 2, top, 'center'), base * 0.12), 0.55)
    paint.fillStyle = INK
    castShadow(paint, base, 0.7)
    drawText(paint, set, stage.x + stage.width / 2, top, 'center')
  })
}

/** Scripts whose letters join have no italics: slanting them would bend what was never meant to. */
const italicFor = (text: string): Typeface => (isPullable(text) ? ITALIC : { ...ITALIC, font: UPRIGHT })

/** A lozenge between two rules that thin out. */
function drawOrnament(paint: Paint, x: number, y: number, base: number): void {
  const long = base * 0.085
  const gap = base * 0.02
  const thick = Math.max(1, base * 0.0022)
  const half = base * 0.0068
  for (const side of [-1, 1]) {
    const rule = paint.createLinearGradient(x + side * gap, 0, x + side * (gap + long), 0)
    rule.addColorStop(0, INK)
    rule.addColorStop(1, 'rgba(255,250,241,0)')
    paint.fillStyle = rule
    paint.fillRect(side < 0 ? x - gap - long : x + gap, y - thick / 2, long, thick)
  }
  paint.fillStyle = INK
  paint.beginPath()
  paint.moveTo(x, y - half)
  paint.lineTo(x + half, y)
  paint.lineTo(x, y + half)
  paint.lineTo(x - half, y)
  paint.fill()
}
