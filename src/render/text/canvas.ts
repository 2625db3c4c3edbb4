import type { Overlay, Storyboard } from '@/domain/storyboard'

/** What of a film decides how its texts are drawn. */
export type TextFrame = Pick<Storyboard, 'width' | 'height' | 'stage' | 'lettering'>

/** Text as RGBA; place and size are even. */
export interface DrawnOverlay {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray
}

/** A canvas on which texts are laid out and drawn, in pixels of the frame. */
export type Paint = OffscreenCanvasRenderingContext2D

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a text may stand: the pictures' stage without what some screens cut off or lay buttons over. */
export interface Room {
  readonly stage: Box
  readonly safe: Box
  /** Sizes are parts of this: the shorter side of the frame. */
  readonly base: number
}

const SIDE = 0.065
/** Phones lay names and buttons over the foot of an upright film. */
const FOOT = { wide: 0.07, upright: 0.12 }

export function roomOf({ width, height, stage }: TextFrame): Room {
  const base = Math.min(width, height)
  const foot = height * (height > width * 1.5 ? FOOT.upright : FOOT.wide)
  const side = width * SIDE
  const top = Math.max(stage.y + base * 0.04, height * FOOT.wide)
  const bottom = Math.min(stage.y + stage.height - base * 0.04, height - foot)
  return { stage, base, safe: { x: side, y: top, width: width - 2 * side, height: bottom - top } }
}

/** @throws Error when the browser has no canvas here */
export function createPaint(width: number, height: number): Paint {
  const paint = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!paint) throw new Error('this browser draws no text in workers')
  paint.textBaseline = 'alphabetic'
  return paint
}

/** Draws what lies inside `box`, cut to the frame and to even pixels; `draw` works in pixels of the frame. */
export function drawInBox(frame: TextFrame, box: Box, draw: (paint: Paint) => void): DrawnOverlay {
  const even = (value: number) => 2 * Math.floor(value / 2)
  const x = Math.max(0, even(box.x))
  const y = Math.max(0, even(box.y))
  const width = Math.max(2, Math.min(frame.width - x, even(box.x + box.width - x) + 2))
  const height = Math.max(2, Math.min(frame.height - y, even(box.y + box.height - y) + 2))
  const paint = createPaint(width, height)
  paint.translate(-x, -y)
  draw(paint)
  return { x, y, width, height, pixels: paint.getImageData(0, 0, width, height).data }
}

/** Opacity from 0 to 1 and from one end to the other, eased: no edge shows where a shade begins. */
const EASED = [
  [0, 0],
  [0.19, 0.04],
  [0.36, 0.15],
  [0.55, 0.4],
  [0.72, 0.68],
  [0.87, 0.91],
  [1, 1],
] as const

/** Darkens along a line: nothing at its start, `opacity` at its end. */
export function shade(
  paint: Paint,
  box: Box,
  line: readonly [x0: number, y0: number, x1: number, y1: number],
  opacity: number,
  colour = '0,0,0',
): void {
  const gradient = paint.createLinearGradient(...line)
  for (const [at, part] of EASED) gradient.addColorStop(at, `rgba(${colour},${part * opacity})`)
  paint.fillStyle = gradient
  paint.fillRect(box.x, box.y, box.width, box.height)
}

/** Where a text stands, and the band of shade behind it. */
export interface Stand {
  readonly top: number
  readonly band: Box
  /** From where the shade begins to where it is darkest. */
  readonly line: readonly [x0: number, y0: number, x1: number, y1: number]
}

/**
 * Stands a text of this height at the foot or at the head of the picture.
 * @param reach how far the shade reaches beyond the text
 */
export function standAt({ stage, safe }: Room, side: Overlay['side'], height: number, reach: number): Stand {
  if (side === 'top') {
    const end = Math.min(stage.y + stage.height, safe.y + height + reach)
    const band = { ...stage, height: end - stage.y }
    return { top: safe.y, band, line: [0, end, 0, stage.y] }
  }
  const top = safe.y + safe.height - height
  const begin = Math.max(stage.y, top - reach)
  const end = stage.y + stage.height
  return { top, band: { ...stage, y: begin, height: end - begin }, line: [0, begin, 0, end] }
}

/** A soft dark cloud behind words, so that they can be read on snow as well. */
export function cloud(paint: Paint, box: Box, opacity: number): void {
  paint.save()
  paint.translate(box.x + box.width / 2, box.y + box.height / 2)
  paint.scale(box.width / 2, box.height / 2)
  const gradient = paint.createRadialGradient(0, 0, 0, 0, 0, 1)
  for (const [at, part] of EASED) gradient.addColorStop(1 - at, `rgba(0,0,0,${part * opacity})`)
  paint.fillStyle = gradient
  paint.fillRect(-1, -1, 2, 2)
  paint.restore()
}

/** What is drawn from now on throws a soft shadow. */
export function castShadow(paint: Paint, base: number, opacity: number): void {
  paint.shadowColor = `rgba(0,0,0,${opacity})`
  paint.shadowBlur = base * 0.018
  paint.shadowOffsetY = base * 0.003
}

/** The smallest box around some boxes, made larger by `margin` on every side. */
export function around(boxes: readonly Box[], margin = 0): Box {
  const left = Math.min(...boxes.map(({ x }) => x)) - margin
  const top = Math.min(...boxes.map(({ y }) => y)) - margin
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin
  return { x: left, y: top, width: right - left, height: bottom - top }
}
