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
import { CINEMA } from '../fonts'
import { drawText, lineBoxes, setText, type Typeface } from '../typeset'

/** Cinematic: Roman capitals set far apart, hairlines, the colour of a projector's light. */

const LIGHT = '#f6ead0'
const DIM = '#efdcae'
const TITLE: Typeface = {
  font: (size) => `500 ${size}px ${CINEMA}`,
  tracking: 0.26,
  leading: 1.42,
  capitals: 0.7,
}
const CREDIT: Typeface = {
  font: (size) => `600 ${size}px ${CINEMA}`,
  tracking: 0.2,
  leading: 1.7,
  capitals: 0.7,
}
const SPEECH: Typeface = {
  font: (size) => `600 ${size}px ${CINEMA}`,
  tracking: 0.07,
  leading: 1.36,
  capitals: 0.7,
}

export function drawTitle({ text, subtitle }: Overlay, frame: TextFrame): DrawnOverlay {
  const { stage, safe, base } = roomOf(frame)
  const probe = createPaint(2, 2)
  const maxWidth = safe.width * 0.92
  const title = setText(probe, text, TITLE, base, [
    { maxWidth, maxLines: 1, sizes: [0.1, 0.062] },
    { maxWidth, maxLines: 3, sizes: [0.085, 0.05] },
    { maxWidth, maxLines: 6, sizes: [0.058, 0.038] },
  ])
  const credit = setText(probe, subtitle, CREDIT, base, [{ maxWidth, maxLines: 3, sizes: [0.04, 0.03] }])
  const gap = credit.lines.length > 0 ? base * 0.075 : 0
  const height = title.height + gap + credit.height
  const middle = stage.x + stage.width / 2
  const top = stage.y + (stage.height - height) / 2
  return drawInBox(frame, stage, (paint) => {
    paint.fillStyle = 'rgba(0,0,0,0.34)'
    paint.fillRect(stage.x, stage.y, stage.width, stage.height)
    const width = Math.max(title.width, credit.width)
    cloud(paint, around([{ x: middle - width / 2, y: top, width, height }], base * 0.36), 0.56)
    castShadow(paint, base, 0.6)
    paint.fillStyle = LIGHT
    drawText(paint, title, middle, top, 'center')
    if (gap === 0) return
    drawHairline(paint, middle, top + title.height + gap * 0.42, Math.min(maxWidth, title.width * 0.62), base)
    paint.fillStyle = DIM
    drawText(paint, credit, middle, top + title.height + gap, 'center')
  })
}

/** Where and when, small and far apart between two hairlines low in the picture. */
export function drawChapter({ text, subtitle, side }: Overlay, frame: TextFrame): DrawnOverlay {
  const room = roomOf(frame)
  const { stage, safe, base } = room
  const probe = createPaint(2, 2)
  const maxWidth = safe.width * 0.88
  const title = setText(probe, text, TITLE, base, [
    { maxWidth, maxLines: 2, sizes: [0.056, 0.04] },
    { maxWidth, maxLines: 6, sizes: [0.046, 0.034] },
  ])
  const credit = setText(probe, subtitle, CREDIT, base, [{ maxWidth, maxLines: 2, sizes: [0.036, 0.03] }])
  const gap = base * 0.03
  const height = title.height + credit.height + gap * 2
  const middle = stage.x + stage.width / 2
  const { top, band, line } = standAt(room, side, height, base * 0.24)
  return drawInBox(frame, band, (paint) => {
    shade(paint, band, line, 0.68)
    castShadow(paint, base, 0.6)
    const width = Math.min(maxWidth, Math.max(title.width, credit.width) + base * 0.12)
    drawHairline(paint, middle, top, width, base)
    paint.fillStyle = LIGHT
    drawText(paint, title, middle, top + gap, 'center')
    paint.fillStyle = DIM
    drawText(paint, credit, middle, top + gap + title.height, 'center')
    drawHairline(paint, middle, top + height, width, base)
  })
}

/** In the bar below the picture, as in the cinema, where it is high enough; else in the picture. */
export function drawCaption({ text, side }: Overlay, frame: TextFrame): DrawnOverlay {
  const room = roomOf(frame)
  const { stage, safe, base } = room
  const barTop = stage.y + stage.height
  const foot = frame.height > frame.width * 1.5 ? frame.height * 0.04 : frame.height * 0.022
  const bar = frame.height - barTop - foot
  const middle = frame.width / 2
  const maxWidth = Math.min(safe.width, base * 1.6)
  const probe = createPaint(2, 2)
  const sizes = [0.039, 0.028] as const
  const inBar = setText(probe, text, SPEECH, base, [{ maxWidth, maxLines: 2, sizes }])
  if (inBar.height <= bar && !inBar.lines.at(-1)?.text.endsWith('…')) {
    const box = { x: 0, y: barTop, width: frame.width, height: frame.height - barTop }
    return drawInBox(frame, box, (paint) => {
      paint.fillStyle = LIGHT
      drawText(paint, inBar, middle, barTop + (bar - inBar.height) / 2 + foot * 0.2, 'center')
    })
  }
  const set = setText(probe, text, SPEECH, base, [{ maxWidth, maxLines: 4, sizes }])
  const { top, band, line } = standAt(room, side, set.height, base * 0.16)
  return drawInBox(frame, band, (paint) => {
    shade(paint, band, line, 0.62)
    cloud(paint, around(lineBoxes(set, middle, top, 'center'), base * 0.12), 0.5)
    castShadow(paint, base, 0.7)
    paint.fillStyle = LIGHT
    drawText(paint, set, middle, top, 'center')
  })
}

/** A thin line that fades out at both ends. */
function drawHairline(paint: Paint, x: number, y: number, width: number, base: number): void {
  const thick = Math.max(1, base * 0.0018)
  const line = paint.createLinearGradient(x - width / 2, 0, x + width / 2, 0)
  const clear = 'rgba(239,220,174,0)'
  line.addColorStop(0, clear)
  line.addColorStop(0.25, DIM)
  line.addColorStop(0.75, DIM)
  line.addColorStop(1, clear)
  paint.fillStyle = line
  paint.fillRect(x - width / 2, y - thick / 2, width, thick)
}
