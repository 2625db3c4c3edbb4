import { expect, test } from 'vitest'
import { cutName, knownCuts, mainSettings, readCut } from './cut'
import { ASPECT_RATIOS } from './project'
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

test('a cut is read from its name, and nothing else is', () => {
  for (const aspectRatio of ASPECT_RATIOS)
    for (const format of ['everywhere', 'small'] as const) {
      const one = { durationSeconds: 180, aspectRatio, format }
      expect(readCut(cutName(one))).toEqual(one)
    }
  for (const name of [null, '', MAIN_CUT, '30s', '3s-9x16', '1801s-9x16', '30s-2x3', '30s-9x16-large'])
    expect(readCut(name)).toBeNull()
})

test('each cut that was ever asked for is known once, the latest first', () => {
  const names = ['60s-1x1', MAIN_CUT, '30s-9x16', '60s-1x1', 'trailer']
  expect(knownCuts(names.map((name) => ({ cut: name }))).map(cutName)).toEqual(['60s-1x1', '30s-9x16'])
})
