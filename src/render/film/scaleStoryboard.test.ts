import { expect, it } from 'vitest'
import { storyboardSchema } from '@/domain/storyboard'
import { regionOf } from '../compositor/region'
import { compositorFromDisk } from '../compositor/compositorFromDisk'
import { GOLDEN_FILM } from './goldenScene'
import { scaleStoryboard } from './scaleStoryboard'

it('keeps shape, stage and everything else, at even pixels of any width', async () => {
  const compositor = await compositorFromDisk()
  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
    [1080, 1080],
    [1080, 1350],
  ] as const) {
    const bar = 2 * Math.round(height * 0.064)
    const film = { ...GOLDEN_FILM, width, height, stage: { x: 0, y: bar, width, height: height - 2 * bar } }
    for (const to of [960, 541, 333, 100, 48]) {
      const small = storyboardSchema.parse(scaleStoryboard(film, to))
      expect(small.width).toBe(2 * Math.round(to / 2))
      expect(Math.abs(small.height - (small.width * height) / width)).toBeLessThanOrEqual(1)
      expect(small.stage.width).toBe(small.width)
      const { y } = small.stage
      expect(Math.abs(small.height - small.stage.height - 2 * y)).toBeLessThanOrEqual(2)
      const frame = compositor.createFrame(small.width, small.height)
      expect(() => regionOf(frame, small.stage)).not.toThrow()
      compositor.free(frame)
      expect({ ...small, width, height, stage: film.stage }).toEqual(film)
    }
  }
})

it('leaves a film of that width as it is', () => {
  const film = GOLDEN_FILM
  expect(scaleStoryboard(film, film.width)).toEqual(film)
})
