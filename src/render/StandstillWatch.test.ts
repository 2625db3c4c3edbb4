import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RenderProgress } from './protocol'
import { PROGRESS_MILLISECONDS } from './reportProgress'
import { StandstillWatch } from './StandstillWatch'

let stoodStill: number
let watch: StandstillWatch
beforeEach(() => {
  vi.useFakeTimers()
  stoodStill = 0
  watch = new StandstillWatch(() => (stoodStill += 1), 10)
})
afterEach(() => {
  watch.close()
  vi.useRealTimers()
})

const at = (framesDone: number, stage: RenderProgress['stage'] = 'rendering'): RenderProgress => ({
  framesDone,
  frameCount: 900,
  framesPerSecond: 60,
  secondsLeft: 9,
  stage,
})

/** So many seconds of a worker that is alive and tells this. */
function live(seconds: number, progress: (second: number) => RenderProgress) {
  for (let told = 0; told < seconds * 1000; told += PROGRESS_MILLISECONDS) {
    watch.told(progress(Math.floor(told / 1000)))
    vi.advanceTimersByTime(PROGRESS_MILLISECONDS)
  }
}

test('a film that gets on, however slowly, does not stand still', () => {
  live(60, (second) => at(Math.floor(second / 9)))
  expect(stoodStill).toBe(0)
})

test('a film of which nothing comes for the time that is allowed stands still, and that is said once', () => {
  live(9, () => at(420))
  expect(stoodStill).toBe(0)
  live(20, () => at(420))
  expect(stoodStill).toBe(1)
})

test('frames that are taken back and another stage are signs of life', () => {
  live(9, () => at(420))
  live(9, () => at(360))
  live(9, () => at(360, 'finishing'))
  expect(stoodStill).toBe(0)
})

test('a worker that says nothing at all stands still', () => {
  live(3, at)
  vi.advanceTimersByTime(12_000)
  expect(stoodStill).toBe(1)
})

test('while the page is asked for a photo, the film may wait for it', async () => {
  let bring: () => void = () => undefined
  const photo = watch.pageWork(new Promise<void>((resolve) => (bring = resolve)))
  live(30, () => at(7))
  vi.advanceTimersByTime(30_000)
  expect(stoodStill).toBe(0)
  bring()
  await photo
  live(11, () => at(7))
  expect(stoodStill).toBe(1)
})

test('a machine that slept has not waited: only what was told counts', () => {
  live(5, () => at(420))
  vi.setSystemTime(Date.now() + 3_600_000)
  live(4, () => at(420))
  expect(stoodStill).toBe(0)
})
