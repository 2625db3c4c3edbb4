import { expect, test } from 'vitest'
import { mainSettings } from './cut'
import { DEFAULT_SETTINGS, MAIN_CUT } from './video'

const cut = {
  cut: '30s-9x16-small',
  settings: { resolution: '4k', format: 'small', fps: 60, cut: '30s-9x16-small', durationSeconds: 30 },
} as const
const main = { cut: MAIN_CUT, settings: { resolution: '720p', format: 'small', fps: 24 } } as const

test('a film is made again as it was made last, whatever cuts were made since', () => {
  const older = { cut: MAIN_CUT, settings: DEFAULT_SETTINGS }
  expect(mainSettings([cut, main, older])).toEqual(main.settings)
})

test('a first film is as fine and as fast as its newest cut, and its file plays everywhere', () => {
  expect(mainSettings([cut])).toEqual({ resolution: '4k', format: 'everywhere', fps: 60 })
  expect(mainSettings([])).toEqual(DEFAULT_SETTINGS)
})
