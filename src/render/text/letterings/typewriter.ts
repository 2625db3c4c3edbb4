import type { Overlay } from '@/domain/storyboard'
import {
  createPaint,
  drawInBox,
  roomOf,
  standAt,
  type Box,
  type Paint,
  type DrawnOverlay,
  type TextFrame,
} from '../canvas'
import { TYPEWRITER } from '../fonts'
import { seededBy } from '../seeded'
import { drawText, isRightToLeft, setText, type Align, type SetText, type Typeface } from '../typeset'
import { drawPaper } from './paper'

/** Vintage: typed on slips of old paper that somebody laid on the picture. */

const INK = '#2b2420'
const RED = '#8f2f24'
const TYPED: Typeface = {
  font: (size) => `400 ${size}px ${TYPEWRITER}`,
  tracking: 0,
  leading: 1.26,
  capitals: 0.6,
}

export function drawTitle(overlay: Overlay, frame: TextFrame): DrawnOverlay {
  const { stage, safe, base } = roomOf(frame)
  const limits = {
    maxWidth: safe.width * 0.8,
    maxLines: 4,
    title: [0.1, 0.046],
    small: [0.04, 0.03],
  } as const
  const slip = setSlip(overlay, base, limits)
  return drawSlip(frame, slip, {
    x: stage.x + (stage.width - slip.width) / 2,
    y: stage.y + (stage.height - slip.height) / 2,
    degrees: -1.4,
    isFramed: true,
    align: 'center',
  })
}

export function drawChapter(overlay: Overlay, frame: TextFrame): DrawnOverlay {
  const room = roomOf(frame)
  const { safe, base } = room
  const limits = {
    maxWidth: safe.width * 0.74,
    maxLines: 3,
    title: [0.078, 0.046],
    small: [0.042, 0.034],
  } as const
  const slip = setSlip(overlay, base, limits)
  const isRight = isRightToLeft(overlay.text)
  return drawSlip(frame, slip, {
    x: isRight ? safe.x + safe.width - slip.width : safe.x,
    y: standAt(room, overlay.side, slip.height, 0).top,
    degrees: isRight ? -1.8 : 1.8,
    isFramed: true,
    align: isRight ? 'right' : 'left',
  })
}

export function drawCaption(overlay: Overlay, frame: TextFrame): DrawnOverlay {
  const room = roomOf(frame)
  const { stage, safe, base } = room
  const maxWidth = Math.min(safe.width * 0.9, base * 1.2)
  const limits = { maxWidth, maxLines: 3, title: [0.044, 0.034], small: [0.034, 0.034] } as const
  const slip = setSlip(overlay, base, limits)
  return drawSlip(frame, slip, {
    x: stage.x + (stage.width - slip.width) / 2,
    y: standAt(room, overlay.side, slip.height, 0).top,
    degrees: overlay.text.length % 2 === 0 ? 0.7 : -0.6,
    isFramed: false,
    align: 'center',
  })
}

/** Words set for a slip of paper, and how large the paper is. */
interface Slip {
  readonly seed: string
  readonly title: SetText
  readonly small: SetText
  readonly gap: number
  readonly padding: number
  readonly base: number
  readonly width: number
  readonly height: number
}

interface SlipLimits {
  readonly maxWidth: number
  readonly maxLines: number
  /** Parts of `base`. */
  readonly title: readonly [number, number]
  readonly small: readonly [number, number]
}

function setSlip({ text, subtitle }: Overlay, base: number, limits: SlipLimits): Slip {
  const probe = createPaint(2, 2)
  const { maxWidth } = limits
  const title = setText(probe, text, TYPED, base, [
    { maxWidth, maxLines: limits.maxLines, sizes: limits.title },
    { maxWidth, maxLines: 6, sizes: [limits.title[1], 0.036] },
  ])
  const small = setText(probe, subtitle, TYPED, base, [{ maxWidth, maxLines: 3, sizes: limits.small }])
  const gap = small.lines.length > 0 ? small.size * 0.55 : 0
  const padding = Math.max(title.size * 0.62, base * 0.028)
  const width = Math.max(title.width, small.width) + padding * 2.6
  const height = title.height + gap + small.height + padding * 1.7
  return { seed: text + subtitle, title, small, gap, padding, base, width, height }
}

interface SlipPlace {
  readonly x: number
  readonly y: number
  readonly degrees: number
  /** With a typed border of its own. */
  readonly isFramed: boolean
  readonly align: Align
}

function drawSlip(frame: TextFrame, slip: Slip, place: SlipPlace): DrawnOverlay {
  const { title, small, base, width, height } = slip
  const { degrees, align } = place
  const lean = Math.abs(Math.sin((degrees * Math.PI) / 180))
  const room = base * 0.045
  const box: Box = {
    x: place.x - height * lean - room,
    y: place.y - width * lean * 0.5 - room,
    width: width + 2 * (height * lean + room),
    height: height + width * lean + 2 * room,
  }
  return drawInBox(frame, box, (paint) => {
    paint.translate(place.x + width / 2, place.y + height / 2)
    paint.rotate((degrees * Math.PI) / 180)
    drawPaper(paint, { width, height }, base, seededBy(slip.seed))
    if (place.isFramed) drawBorder(paint, slip)
    const x = align === 'center' ? 0 : (align === 'left' ? -1 : 1) * (width / 2 - slip.padding * 1.3)
    const top = -(title.height + slip.gap + small.height) / 2
    typeWords(paint, title, x, top, align, INK, slip)
    typeWords(paint, small, x, top + title.height + slip.gap, align, RED, slip)
  })
}

function drawBorder(paint: Paint, { width, height, base }: Slip): void {
  const inset = base * 0.014
  paint.strokeStyle = 'rgba(70,52,38,0.55)'
  paint.lineWidth = Math.max(1, base * 0.002)
  paint.strokeRect(inset - width / 2, inset - height / 2, width - 2 * inset, height - 2 * inset)
}

/** Types letter by letter: no key strikes quite as its neighbour does, and the ribbon is worn. */
function typeWords(
  paint: Paint,
  set: SetText,
  x: number,
  top: number,
  align: Align,
  ink: string,
  { seed }: Slip,
): void {
  const chance = seededBy(seed + ink)
  paint.fillStyle = ink
  drawText(paint, set, x, top, align, (sheet, letter, left, baseline, size) => {
    const shift = (chance() - 0.5) * size * 0.035
    const strength = 0.8 + chance() * 0.2
    const turn = (chance() - 0.5) * 0.022
    sheet.save()
    sheet.translate(left, baseline + shift)
    sheet.rotate(turn)
    sheet.globalAlpha = strength
    sheet.fillText(letter, 0, 0)
    // Struck a second time, a hair beside: ink that spread.
    sheet.globalAlpha = strength * 0.3
    sheet.fillText(letter, size * 0.014, size * 0.006)
    sheet.restore()
  })
}
