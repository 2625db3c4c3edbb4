import { describe, expect, it } from 'vitest'
import { STYLES, type Style } from '@/domain/project'
import { Compositor } from '@/render/compositor/Compositor'
import wasmUrl from '@/render/compositor/compositor.wasm?url'
import { hash, plain } from '@/render/compositor/testPictures'
import { FilmPainter } from '@/render/film/FilmPainter'
import { paintPng, scenePhotos, styleScene } from './styleScene'

const loadCompositor = async () => Compositor.create(await (await fetch(wasmUrl)).arrayBuffer())
const noText = () => {
  throw new Error('there is no text in this scene')
}

/** Hashes of what each style shows at its moments. New ones are right only where a style or the engine was meant to change. */
const GOLDEN: Record<Style, readonly string[]> = {
  classic: [
    'b39410494f9399c0',
    '8a9f8fd2b94a5969',
    'f13c0940c742e12f',
    '759a24dcc418accf',
    '23d28350f47cd2d7',
    'be1b85d276e36a25',
  ],
  modern: [
    '9e3831d5ec0d8074',
    'afd52a77c7aaf2b6',
    'a621669affb1b7c9',
    'e6caa504ece2b453',
    '1616e1709f3d81ff',
    '5a7e468d43170be4',
    '9e3831d5ec0d8074',
    'e56fcf98b8416773',
    'bd7208a142bfdbb8',
    'e6caa504ece2b453',
    '8344e4fb298e08a2',
    '0e6ceb16d09a7f9d',
    'b3afe2d968eac20c',
    'afd52a77c7aaf2b6',
  ],
  cinematic: [
    '4c2d6e2a8704f9d5',
    'c464a125bc83d518',
    '21a8237ec6e6a53d',
    'b92e607d0ddaab9c',
    'b3f2ba1e6a0bd211',
    '4e3fd0f065d77f93',
    'a673cf0853b283ef',
    '2279868edffdd5e1',
    '449fd0fa8943eac1',
    '5198ae9965c03ea0',
  ],
  vintage: [
    '545e9e9c071f027b',
    '85345810ca3edad7',
    '3a973c40c09535ff',
    '6cca8c55a3042354',
    'eac58cc5458023e4',
    'c198f133130cc74e',
    '7fc0efd7cf09942e',
    '1162a155d0c2c5e0',
    '7fe925eea18fe87d',
    '9bf18f7d28b22b94',
    'e02365791af296b4',
    '73bc96a361a5683a',
    'ef9b439e45fcb30d',
    '2fe9a24e81a519d9',
  ],
}

describe('golden frames', () => {
  it.each(STYLES)('of %s are, bit for bit, what they were', async (style) => {
    const compositor = await loadCompositor()
    const photos = await scenePhotos()
    const { storyboard, moments } = styleScene(style)
    const read = (id: string) => Promise.resolve(photos.get(id) ?? new Blob())
    const painter = new FilmPainter(compositor, storyboard, read, noText)
    const hashes = []
    for (const frame of moments) hashes.push(hash(compositor, await painter.paint(frame)))
    await painter.close()
    expect(hashes).toEqual(GOLDEN[style])
  })
})

/** Mean Y, Cb and Cr of a square of 12 pixels around a place in 0..1 of the stage, and the deviation of Y. */
type Seen = readonly [y: number, u: number, v: number, noise: number]

/** What a style makes of a chart: black, grey, white and strong orange, each a quarter, around the stage's middle. */
async function lookAtChart(style: Style) {
  const compositor = await loadCompositor()
  const { storyboard } = styleScene(style)
  const quarters = [
    [0, 0, 0],
    [128, 128, 128],
    [255, 255, 255],
    [230, 120, 40],
  ] as const
  const chart = await paintPng(
    480,
    320,
    (x, y) => quarters[(x < 240 ? 0 : 1) + (y < 160 ? 0 : 2)] ?? [0, 0, 0],
  )
  const film = { ...storyboard, leaks: [], shots: storyboard.shots.slice(0, 1) }
  const painter = new FilmPainter(compositor, film, () => Promise.resolve(chart), noText)
  const frame = await painter.paint(5)
  const [y, u, v] = [frame.y, frame.u, frame.v].map((plane) => plain(compositor, plane))
  if (!y || !u || !v) throw new Error('no planes')
  const { stage } = film
  const seen = (across: number, down: number): Seen => {
    const [left, top] = [
      stage.x + Math.floor(across * stage.width),
      stage.y + Math.floor(down * stage.height),
    ]
    const values = Array.from({ length: 144 }, (_, at) =>
      y.at(left - 6 + (at % 12), top - 6 + Math.floor(at / 12)),
    )
    const mean = values.reduce((sum, value) => sum + value, 0) / 144
    const noise = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 144)
    return [mean, u.at(left >> 1, top >> 1), v.at(left >> 1, top >> 1), noise]
  }
  const looks = {
    barLuma: y.at(160, 4),
    black: seen(0.4, 0.4),
    grey: seen(0.6, 0.4),
    white: seen(0.4, 0.6),
    orange: seen(0.6, 0.6),
    greyCorner: seen(0.95, 0.07),
    whiteCorner: seen(0.05, 0.93),
  }
  await painter.close()
  return looks
}

const colourOf = ([, u, v]: Seen) => Math.hypot(u - 128, v - 128)

describe('with the sound off', () => {
  it('classic leaves photos nearly as they are, a touch warmer', async () => {
    const { black, grey, white, greyCorner } = await lookAtChart('classic')
    expect(black[0]).toBeLessThan(26)
    expect(Math.abs(grey[0] - 126)).toBeLessThan(12)
    expect(white[0]).toBeGreaterThan(228)
    expect(white[1]).toBeLessThan(128)
    expect(greyCorner[0]).toBeGreaterThan(grey[0] * 0.8)
    expect(grey[3]).toBeLessThan(1)
  })

  it('modern is the most colourful and the clearest', async () => {
    const modern = await lookAtChart('modern')
    for (const style of ['classic', 'cinematic', 'vintage'] as const) {
      expect(colourOf(modern.orange)).toBeGreaterThan(colourOf((await lookAtChart(style)).orange) * 1.1)
    }
    expect(modern.greyCorner[0]).toBeCloseTo(modern.grey[0], 0)
    expect(modern.grey[3]).toBeLessThan(1)
  })

  it('cinematic has bars, teal shadows under warm lights, and a little grain', async () => {
    const { barLuma, black, white, grey } = await lookAtChart('cinematic')
    const { stage, width } = styleScene('cinematic').storyboard
    expect(width / stage.height).toBeCloseTo(2.39, 1)
    expect(barLuma).toBe(16)
    expect(black[1]).toBeGreaterThan(131)
    expect(black[2]).toBeLessThan(124)
    expect(white[1]).toBeLessThan(124)
    expect(white[2]).toBeGreaterThan(130)
    expect(grey[3]).toBeGreaterThan(1)
  })

  it('vintage is faded and yellowed, dark at its rim, and grainy', async () => {
    const { black, white, orange, grey, greyCorner } = await lookAtChart('vintage')
    expect(black[0]).toBeGreaterThan(36)
    expect(white[0]).toBeLessThan(225)
    expect(white[1]).toBeLessThan(118)
    expect(colourOf(orange)).toBeLessThan(colourOf((await lookAtChart('classic')).orange) * 0.9)
    expect(greyCorner[0]).toBeLessThan(grey[0] * 0.75)
    expect(grey[3]).toBeGreaterThan(2.2)
  })
})
