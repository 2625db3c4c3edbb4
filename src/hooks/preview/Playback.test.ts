import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { filmOf } from '@/render/segments/film.fixture'
import { Playback } from './Playback'
import { ownPosition } from './position'

/** Four shots without sound. */
const storyboard = filmOf([1, 2, 3, 4])
const seconds = storyboard.frameCount / storyboard.fps

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function opened() {
  const position = ownPosition()
  const film = { storyboard, score: null, readPhoto: () => Promise.resolve(new Blob()), readTrack: null }
  return { position, playback: new Playback(position, () => film, vi.fn<() => void>()) }
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

test('a silent film plays by the clock, stays at its end, and begins again when it is asked to play there', async () => {
  const { position, playback } = opened()
  playback.toggle()
  await pass(1000)
  expect(playback.state.phase).toBe('playing')
  expect(position.get()).toBeCloseTo(1, 1)
  await pass(seconds * 1000)
  expect(playback.state.phase).toBe('paused')
  expect(position.get()).toBe(seconds)
  playback.toggle()
  await pass(500)
  expect(position.get()).toBeCloseTo(0.5, 1)
})

test('where the playhead is put while the film plays, there it goes on', async () => {
  const { position, playback } = opened()
  playback.toggle()
  await pass(1000)
  position.set(4)
  await pass(1500)
  expect(playback.state.phase).toBe('playing')
  expect(position.get()).toBeGreaterThan(5)
  position.set(2)
  await pass(100)
  expect(position.get()).toBeLessThan(3)
  position.set(seconds + 20)
  await pass(1000)
  expect(playback.state.phase).toBe('paused')
  expect(position.get()).toBe(seconds + 20)
})

test('shuttles on and back, faster each time, and stops at both ends', async () => {
  const { position, playback } = opened()
  playback.shuttle(1)
  await pass(500)
  expect([playback.state.rate, playback.state.phase]).toEqual([1, 'playing'])
  playback.shuttle(1)
  const from = position.get()
  await pass(1000)
  expect(playback.state.rate).toBe(2)
  expect(position.get() - from).toBeCloseTo(2, 1)
  playback.shuttle(-1)
  expect(playback.state.rate).toBe(-1)
  playback.shuttle(-1)
  playback.shuttle(-1)
  expect(playback.state.rate).toBe(-4)
  await pass(2000)
  expect([position.get(), playback.state.phase, playback.state.rate]).toEqual([0, 'paused', 1])
  for (let n = 0; n < 6; n++) playback.shuttle(1)
  expect(playback.state.rate).toBe(8)
  playback.pause()
  expect(playback.state.phase).toBe('paused')
})

test('a slider that is taken to the end leaves the film there', async () => {
  const { position, playback } = opened()
  playback.toggle()
  await pass(1000)
  playback.seek(seconds)
  await pass(1000)
  expect(playback.state.phase).toBe('paused')
  expect(position.get()).toBe(seconds)
})
