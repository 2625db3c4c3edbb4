import { downwards, type Easel, type Paint, shape, within } from './easel'
import { fractalNoise, Random, smoothNoise } from './random'

/** The height of the ground (y in pixels) at every x. */
export type Profile = (x: number) => number

/** Gentle hills: `base` is the middle height, `swell` the height of the waves, `length` their length, all in pixels. */
export function hills(random: Random, base: number, swell: number, length: number): Profile {
  const noise = fractalNoise(random, 3)
  const start = random.between(0, 100)
  return (x) => base - swell * (noise(start + x / length) - 0.5) * 2
}

/** Sharp mountains that stand on `base` and reach up to about `height` above it. */
export function mountains(random: Random, base: number, height: number, length: number): Profile {
  const noises = Array.from({ length: 6 }, () => smoothNoise(random))
  const start = random.between(0, 100)
  return (x) => {
    let sum = 0
    noises.forEach((noise, i) => {
      const sharp = 1 - Math.abs(2 * noise(start + (x / length) * 2 ** i) - 1)
      sum += (i < 2 ? sharp : sharp * 0.8 - 0.3) / 2 ** (i * 1.12)
    })
    return base - height * Math.max(0, sum / 1.35)
  }
}

/** Fills from the profile down to the lower edge. */
export function fillGround(
  { paint, width, height }: Easel,
  profile: Profile,
  fill: string | CanvasGradient,
): void {
  traceGround(paint, width, height, profile)
  paint.fillStyle = fill
  paint.fill()
}

function traceGround(paint: Paint, width: number, height: number, profile: Profile): void {
  paint.beginPath()
  paint.moveTo(0, height)
  for (let x = 0; x <= width + 4; x += 4) paint.lineTo(x, profile(x))
  paint.lineTo(width + 4, height)
  paint.closePath()
}

/**
 * Rock faces on mountains: below every summit one side lies in the light. The line between the sides zigzags down as
 * ribs of rock do. `reach` is how far down the face goes, in pixels; `towards` is -1 when light comes from the left.
 */
export function paintFaces(
  { paint, width, height }: Easel,
  profile: Profile,
  face: { colour: string; reach: number; towards: -1 | 1; seed: number },
): void {
  const random = new Random(face.seed)
  within(paint, () => {
    traceGround(paint, width, height, profile)
    paint.clip()
    for (const summit of summits(profile, width, 70)) {
      const top = profile(summit)
      const long = face.reach * random.between(0.7, 1.1)
      const rib: [number, number][] = [[summit, top - 20]]
      let drift = 0
      for (let i = 1; i <= 8; i++) {
        drift += ((i % 2 === 0 ? -1 : 1) * random.between(0.2, 0.9) - face.towards * 0.35) * (long / 14)
        rib.push([summit + drift, top + (long * 0.7 * i) / 8])
      }
      // Snow ends in fingers, shorter the farther they are from the rib.
      const fingers: [number, number][] = []
      let out = 0
      for (let i = 1; i <= 12; i++) {
        out += random.between(0.04, 0.22) * long
        const x = summit + drift + face.towards * out
        const deep =
          long * (1 - i / 14) * (i % 2 === 0 ? random.between(0.55, 1.1) : random.between(0.25, 0.5))
        fingers.push([x, Math.max(profile(x), top) + deep * 0.75])
      }
      const end = summit + drift + face.towards * (out + 30)
      paint.fillStyle = face.colour
      shape(paint, [...rib, ...fingers, [end, profile(end) - 10], [end, top - 60], [summit, top - 60]])
      paint.fill()
    }
  })
}

/** Where the profile is higher than everywhere within `reach` pixels. */
function summits(profile: Profile, width: number, reach: number): number[] {
  const found: number[] = []
  for (let x = -reach; x <= width + reach; x += 6) {
    let highest = true
    for (let d = 6; d <= reach && highest; d += 6)
      highest = profile(x) < profile(x - d) && profile(x) <= profile(x + d)
    if (highest) found.push(x)
  }
  return found
}

/** Mist that lies between two heights, thickest in the middle. `colour` is `r g b`. */
export function paintMist(
  { paint, width }: Easel,
  from: number,
  to: number,
  colour: string,
  strength: number,
): void {
  paint.fillStyle = downwards(paint, from, to, [
    [0, `rgb(${colour} / 0)`],
    [0.55, `rgb(${colour} / ${strength})`],
    [1, `rgb(${colour} / 0)`],
  ])
  paint.fillRect(0, from, width, to - from)
}
