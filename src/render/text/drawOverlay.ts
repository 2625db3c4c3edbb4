import type { Overlay, Storyboard } from '@/domain/storyboard'
import type { Size } from '../film/timeline'
import { SANS, SERIF } from './fonts'
import { fitText } from './wrapText'

/** Text as RGBA; place and size are even. */
export interface DrawnOverlay {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray
}

/** What of a film decides how its texts are drawn. */
export type TextFrame = Pick<Storyboard, 'width' | 'height' | 'stage' | 'lettering'>

/** Text keeps this part of the frame's sides free: some screens cut the edge off. */
const SAFE = 0.07
const even = (value: number) => 2 * Math.round(value / 2)

/** Draws a title card or a caption for a frame of this size. */
export function drawOverlay(overlay: Overlay, frame: TextFrame): DrawnOverlay {
  switch (overlay.kind) {
    case 'title':
    case 'chapter':
      return drawTitle(overlay, frame)
    case 'caption':
      return drawCaption(overlay, frame)
    default:
      return overlay.kind satisfies never
  }
}

function drawTitle({ text, subtitle }: Overlay, frame: Size): DrawnOverlay {
  const { width, height } = frame
  const context = canvasContext(width, height)
  const base = Math.min(width, height)
  const maxWidth = width * (1 - 2 * SAFE)
  const title = fitText(text, steps(base * 0.105, base * 0.045), { maxWidth, maxLines: 3 }, (size) =>
    measureWith(context, `600 ${size}px ${SERIF}`),
  )
  const small = fitText(subtitle, steps(base * 0.036, base * 0.026), { maxWidth, maxLines: 2 }, (size) =>
    measureWith(context, `500 ${size}px ${SANS}`),
  )
  const titleHeight = title.lines.length * title.size * 1.16
  const gap = small.lines.length ? base * 0.05 : 0
  const smallHeight = small.lines.length * small.size * 1.4
  const top = (height - titleHeight - gap - smallHeight) / 2

  darken(context, width, height, 0.3)
  glow(context, width / 2, height / 2, Math.max(titleHeight + gap + smallHeight, base * 0.3), width)
  context.fillStyle = '#fffaf3'
  shadow(context, base)
  const middle = (index: number, size: number, lineHeight: number) => (index + 0.5) * size * lineHeight
  context.font = `600 ${title.size}px ${SERIF}`
  title.lines.forEach((line, index) =>
    context.fillText(line, width / 2, top + middle(index, title.size, 1.16)),
  )
  if (small.lines.length) {
    context.globalAlpha = 0.75
    context.fillRect(
      width / 2 - base * 0.045,
      top + titleHeight + gap * 0.42,
      base * 0.09,
      Math.max(1, base * 0.0022),
    )
    context.globalAlpha = 0.94
    context.font = `500 ${small.size}px ${SANS}`
    small.lines.forEach((line, index) =>
      context.fillText(line, width / 2, top + titleHeight + gap + middle(index, small.size, 1.4)),
    )
  }
  return { x: 0, y: 0, width, height, pixels: context.getImageData(0, 0, width, height).data }
}

function drawCaption({ text }: Overlay, frame: Size): DrawnOverlay {
  const base = Math.min(frame.width, frame.height)
  const maxWidth = Math.min(frame.width * (1 - 2 * SAFE), base * 1.5)
  const probe = canvasContext(2, 2)
  const { size, lines } = fitText(text, steps(base * 0.046, base * 0.03), { maxWidth, maxLines: 3 }, (size) =>
    measureWith(probe, `500 ${size}px ${SANS}`),
  )
  const lineHeight = size * 1.34
  const bottom = frame.height * SAFE
  const height = Math.min(frame.height, even(lines.length * lineHeight + bottom + base * 0.14))
  const { width } = frame
  const context = canvasContext(width, height)
  const shade = context.createLinearGradient(0, 0, 0, height)
  // Eased, so that no edge shows where the shade begins.
  for (const [at, opacity] of [
    [0, 0],
    [0.2, 0.035],
    [0.45, 0.15],
    [0.75, 0.37],
    [1, 0.58],
  ] as const) {
    shade.addColorStop(at, `rgba(0,0,0,${opacity})`)
  }
  context.fillStyle = shade
  context.fillRect(0, 0, width, height)
  context.font = `500 ${size}px ${SANS}`
  context.fillStyle = '#ffffff'
  shadow(context, base)
  const top = height - bottom - lines.length * lineHeight
  lines.forEach((line, index) => context.fillText(line, width / 2, top + (index + 0.5) * lineHeight))
  return {
    x: 0,
    y: frame.height - height,
    width,
    height,
    pixels: context.getImageData(0, 0, width, height).data,
  }
}

function canvasContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this browser draws no text in workers')
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  return context
}

function measureWith(context: OffscreenCanvasRenderingContext2D, font: string) {
  return (text: string) => {
    context.font = font
    return context.measureText(text).width
  }
}

/** Falling font sizes from the wished to the smallest that can still be read. */
function steps(from: number, to: number): number[] {
  return Array.from({ length: 7 }, (_, index) => Math.max(8, Math.round(from + ((to - from) * index) / 6)))
}

function shadow(context: OffscreenCanvasRenderingContext2D, base: number): void {
  context.shadowColor = 'rgba(0,0,0,0.55)'
  context.shadowBlur = base * 0.018
  context.shadowOffsetY = base * 0.003
}

function darken(
  context: OffscreenCanvasRenderingContext2D,
  width: number,
  height: number,
  opacity: number,
): void {
  context.fillStyle = `rgba(0,0,0,${opacity})`
  context.fillRect(0, 0, width, height)
}

/** A soft dark cloud behind the words, so that they can be read on snow as well. */
function glow(
  context: OffscreenCanvasRenderingContext2D,
  x: number,
  y: number,
  height: number,
  width: number,
): void {
  context.save()
  context.translate(x, y)
  context.scale(width * 0.62, height * 1.3)
  const cloud = context.createRadialGradient(0, 0, 0, 0, 0, 1)
  for (const [at, opacity] of [
    [0, 0.36],
    [0.25, 0.3],
    [0.5, 0.17],
    [0.75, 0.05],
    [1, 0],
  ] as const) {
    cloud.addColorStop(at, `rgba(0,0,0,${opacity})`)
  }
  context.fillStyle = cloud
  context.fillRect(-1, -1, 2, 2)
  context.restore()
}
