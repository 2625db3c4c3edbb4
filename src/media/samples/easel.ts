import { Random } from './random'

export type Paint = OffscreenCanvasRenderingContext2D

/** What a scene is painted on. Sizes are in pixels; the short edge is 1600. */
export interface Easel {
  paint: Paint
  width: number
  height: number
  random: Random
}

/** A place on a gradient (0 to 1) and a CSS colour. */
export type Stop = readonly [at: number, colour: string]

/** A fresh canvas, and the seed of everything random on it. */
export function easel(width: number, height: number, seed: number): Easel {
  const paint = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!paint) throw new Error('this browser has no canvas to paint on')
  paint.lineCap = 'round'
  paint.lineJoin = 'round'
  return { paint, width, height, random: new Random(seed) }
}

export function downwards(paint: Paint, from: number, to: number, stops: readonly Stop[]): CanvasGradient {
  const gradient = paint.createLinearGradient(0, from, 0, to)
  for (const [at, colour] of stops) gradient.addColorStop(at, colour)
  return gradient
}

export function sideways(paint: Paint, from: number, to: number, stops: readonly Stop[]): CanvasGradient {
  const gradient = paint.createLinearGradient(from, 0, to, 0)
  for (const [at, colour] of stops) gradient.addColorStop(at, colour)
  return gradient
}

/** Runs `work` and puts the canvas state back. */
export function within(paint: Paint, work: () => void): void {
  paint.save()
  work()
  paint.restore()
}

/** Light around a point: `colour` is an `r g b` triple such as `255 220 150`. */
export function glow(
  paint: Paint,
  x: number,
  y: number,
  radius: number,
  colour: string,
  strength: number,
): void {
  const light = paint.createRadialGradient(x, y, 0, x, y, radius)
  // Falls off like light does, not in a straight line: no edge is to be seen.
  for (const at of [0, 0.1, 0.2, 0.35, 0.5, 0.7, 1]) {
    light.addColorStop(at, `rgb(${colour} / ${(strength * (1 - at) ** 2.2).toFixed(4)})`)
  }
  within(paint, () => {
    paint.globalCompositeOperation = 'screen'
    paint.fillStyle = light
    paint.fillRect(x - radius, y - radius, 2 * radius, 2 * radius)
  })
}

/** A closed shape through the points, rounded at each of them. */
export function softShape(paint: Paint, points: readonly (readonly [x: number, y: number])[]): void {
  const at = (i: number): readonly [number, number] => points[i % points.length] ?? [0, 0]
  const middle = (i: number): [number, number] => [
    (at(i)[0] + at(i + 1)[0]) / 2,
    (at(i)[1] + at(i + 1)[1]) / 2,
  ]
  paint.beginPath()
  paint.moveTo(...middle(0))
  for (let i = 1; i <= points.length; i++) paint.quadraticCurveTo(...at(i), ...middle(i))
  paint.closePath()
}

/** A closed shape with straight edges. */
export function shape(paint: Paint, points: readonly (readonly [x: number, y: number])[]): void {
  paint.beginPath()
  for (const point of points) paint.lineTo(...point)
  paint.closePath()
}
