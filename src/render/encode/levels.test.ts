import { expect, it } from 'vitest'
import { filmSize, FRAME_RATES, RESOLUTIONS } from '@/domain/video'
import { ASPECT_RATIOS } from '@/domain/project'
import { av1Level, avcLevel, vp9Level } from './levels'

const at = (width: number, height: number, fps: number) => {
  const format = { width, height, fps }
  return [avcLevel(format), vp9Level(format), av1Level(format)]
}

it('names the levels that the standards give to the common sizes', () => {
  expect(at(1280, 720, 30)).toEqual(['1f', '31', '05'])
  expect(at(1920, 1080, 30)).toEqual(['28', '40', '08'])
  expect(at(1920, 1080, 60)).toEqual(['2a', '41', '09'])
  expect(at(3840, 2160, 30)).toEqual(['33', '50', '12'])
  expect(at(3840, 2160, 60)).toEqual(['34', '51', '13'])
})

it('says when no level holds a film', () => {
  expect(at(7680, 4320, 30)).toEqual([null, null, null])
})

it('has one for every film that can be asked for', () => {
  const films = RESOLUTIONS.flatMap((resolution) =>
    ASPECT_RATIOS.flatMap((aspectRatio) =>
      FRAME_RATES.map((fps) => ({ ...filmSize(aspectRatio, resolution), fps })),
    ),
  )
  expect(films).toHaveLength(36)
  for (const film of films) expect([avcLevel(film), vp9Level(film), av1Level(film)]).not.toContain(null)
})

it('takes a higher level for more bits than the lowest allows', () => {
  const film = { width: 1920, height: 1080, fps: 30 }
  expect([avcLevel(film, 12e6), avcLevel(film, 26e6)]).toEqual(['28', '29'])
  expect([vp9Level(film, 6e6), vp9Level(film, 20e6)]).toEqual(['40', '41'])
  expect([av1Level(film, 6e6), av1Level(film, 13e6)]).toEqual(['08', '09'])
  expect(av1Level({ width: 3840, height: 2160, fps: 60 }, 100e6)).toBe('14')
})
