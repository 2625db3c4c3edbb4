import { expect, it } from 'vitest'
import { ASPECT_RATIOS } from './project'
import { filmSize, generationSettingsSchema, RESOLUTIONS } from './video'

it('reads the settings of a film from before there was a choice as what was made then', () => {
  expect(generationSettingsSchema.parse({ resolution: '720p' })).toEqual({
    resolution: '720p',
    format: 'everywhere',
    fps: 30,
  })
  expect(generationSettingsSchema.parse({})).toEqual({ resolution: '1080p', format: 'everywhere', fps: 30 })
})

it('keeps what makes a cut another film than its project', () => {
  const cut = {
    resolution: '4k', format: 'small', fps: 60, cut: '30s-9x16', durationSeconds: 30, aspectRatio: '9:16',
  } // prettier-ignore
  expect(generationSettingsSchema.parse(cut)).toEqual(cut)
})

it.each([
  { fps: 25 },
  { format: 'gif' },
  { cut: 'No spaces' },
  { durationSeconds: 4 },
  { aspectRatio: '3:2' },
])('refuses %o', (wrong) => {
  expect(generationSettingsSchema.safeParse(wrong).success).toBe(false)
})

it('makes films of even width and height, their short edge as the resolution says', () => {
  const sizes = RESOLUTIONS.map((resolution) => ASPECT_RATIOS.map((ratio) => filmSize(ratio, resolution)))
  for (const { width, height } of sizes.flat()) expect([width % 2, height % 2]).toEqual([0, 0])
  expect(sizes.map((ofOne) => ofOne.map(({ width, height }) => Math.min(width, height)))).toEqual([
    [720, 720, 720, 720],
    [1080, 1080, 1080, 1080],
    [2160, 2160, 2160, 2160],
  ])
  expect(filmSize('16:9', '4k')).toEqual({ width: 3840, height: 2160 })
  expect(filmSize('4:5', '4k')).toEqual({ width: 2160, height: 2700 })
})
