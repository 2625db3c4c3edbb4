import type { Overlay } from '@/domain/storyboard'
import {
  around,
  createPaint,
  drawInBox,
  roomOf,
  shade,
  standAt,
  type Box,
  type Paint,
  type Room,
  type DrawnOverlay,
  type TextFrame,
} from '../canvas'
import { BOLD } from '../fonts'
import {
  drawText,
  isRightToLeft,
  lineBoxes,
  setText,
  type Align,
  type SetText,
  type Typeface,
} from '../typeset'

/** Modern: very big, very heavy letters at the left, and blocks of one loud colour. */

const ACCENT = '#ffdf1f'
const DARK = '#101010'
const HUGE: Typeface = {
  font: (size) => `900 expanded ${size}px ${BOLD}`,
  tracking: -0.028,
  leading: 0.98,
  capitals: 0.69,
}
const LABEL: Typeface = {
  font: (size) => `800 expanded ${size}px ${BOLD}`,
  tracking: 0.01,
  leading: 1.5,
  capitals: 0.69,
}
const CAPTION: Typeface = {
  font: (size) => `750 ${size}px ${BOLD}`,
  tracking: -0.004,
  leading: 1.46,
  capitals: 0.69,
}

export const drawTitle = (overlay: Overlay, frame: TextFrame): DrawnOverlay =>
  drawCard({ ...overlay, side: 'bottom' }, frame, { title: [0.19, 0.056], label: [0.042, 0.032] })

export const drawChapter = (overlay: Overlay, frame: TextFrame): DrawnOverlay =>
  drawCard(overlay, frame, { title: [0.15, 0.052], label: [0.038, 0.03] })

interface CardSizes {
  /** Parts of the room's base. */
  readonly title: readonly [number, number]
  readonly label: readonly [number, number]
}

/** The big words stand at the foot or the head of the picture, the small ones in a block of colour above them. */
function drawCard({ text, subtitle, side }: Overlay, frame: TextFrame, sizes: CardSizes): DrawnOverlay {
  const room = roomOf(frame)
  const { safe, base } = room
  const probe = createPaint(2, 2)
  const maxWidth = Math.min(safe.width, base * 1.45)
  const [wished, smallest] = sizes.title
  const title = setText(probe, text, HUGE, base, [
    { maxWidth, maxLines: 3, sizes: [wished, wished * 0.5] },
    { maxWidth, maxLines: 6, sizes: [wished * 0.55, smallest] },
  ])
  const label = setText(probe, subtitle, LABEL, base, [
    { maxWidth: maxWidth * 0.9, maxLines: 3, sizes: sizes.label },
  ])
  const gap = label.lines.length > 0 ? base * 0.03 : 0
  const { x, align } = edgeOf(text, room)
  const { top, band, line } = standAt(room, side, label.height + gap + title.height, base * 0.24)
  return drawInBox(frame, band, (paint) => {
    shade(paint, band, line, 0.6)
    drawLabel(paint, label, { x, align }, top)
    paint.fillStyle = '#ffffff'
    paint.shadowColor = 'rgba(0,0,0,0.28)'
    paint.shadowBlur = base * 0.03
    drawText(paint, title, x, top + label.height + gap, align)
  })
}

/** Each line in its own black block, with the loud colour at its side: text as it is laid over stories. */
export function drawCaption({ text, side }: Overlay, frame: TextFrame): DrawnOverlay {
  const room = roomOf(frame)
  const { safe, base } = room
  const maxWidth = Math.min(safe.width * 0.92, base * 1.15)
  const limits = [{ maxWidth, maxLines: 4, sizes: [0.047, 0.032] }] as const
  const set = setText(createPaint(2, 2), text, CAPTION, base, limits)
  const edge = edgeOf(text, room)
  const { top } = standAt(room, side, set.height, 0)
  const bar = base * 0.012
  const inset = set.size * 0.5 + bar
  const shifted = { ...edge, x: edge.align === 'right' ? edge.x - inset : edge.x + inset }
  const lines = blocksOf(set, shifted, top)
  const block = around(lines)
  const barX = edge.align === 'right' ? block.x + block.width : block.x - bar
  return drawInBox(frame, around([block, { ...block, x: barX, width: bar }]), (paint) => {
    paint.fillStyle = 'rgba(10,10,10,0.88)'
    for (const line of lines) paint.fillRect(line.x, line.y, line.width, line.height)
    paint.fillStyle = ACCENT
    paint.fillRect(barX, block.y, bar, block.height)
    paint.fillStyle = '#ffffff'
    drawText(paint, set, shifted.x, top, edge.align)
  })
}

/** What the lines hang on. */
interface Edge {
  readonly x: number
  readonly align: Align
}

const edgeOf = (text: string, { safe }: Room): Edge =>
  isRightToLeft(text) ? { x: safe.x + safe.width, align: 'right' } : { x: safe.x, align: 'left' }

/** Blocks behind the lines, without seams between them. */
function blocksOf(set: SetText, { x, align }: Edge, top: number): Box[] {
  const padding = set.size * 0.5
  return lineBoxes(set, x, top, align).map((line) => {
    const y = Math.round(line.y)
    const height = Math.round(line.y + line.height) - y
    return { x: Math.round(line.x - padding), y, width: Math.round(line.width + padding * 2), height }
  })
}

function drawLabel(paint: Paint, set: SetText, edge: Edge, top: number): void {
  const padding = set.size * 0.5
  const shifted = { ...edge, x: edge.align === 'right' ? edge.x - padding : edge.x + padding }
  paint.fillStyle = ACCENT
  for (const block of blocksOf(set, shifted, top)) paint.fillRect(block.x, block.y, block.width, block.height)
  paint.fillStyle = DARK
  drawText(paint, set, shifted.x, top, edge.align)
}
