import { expect, it } from 'vitest'
import { SpeedMeter } from './SpeedMeter'

it('promises nothing before it has seen a second', () => {
  const meter = new SpeedMeter(300)
  expect(meter.sample(0, 0)).toEqual({ framesPerSecond: 0, secondsLeft: null })
  expect(meter.sample(0.5, 20)).toEqual({ framesPerSecond: 0, secondsLeft: null })
})

it('measures the speed and what is left at it', () => {
  const meter = new SpeedMeter(300)
  meter.sample(10, 0)
  expect(meter.sample(12, 100)).toEqual({ framesPerSecond: 50, secondsLeft: 4 })
})

it('follows a machine that becomes slower', () => {
  const meter = new SpeedMeter(10_000)
  for (let second = 0; second <= 20; second++) meter.sample(second, second * 100)
  for (let second = 21; second < 30; second++) meter.sample(second, 2000 + (second - 20) * 10)
  expect(meter.sample(30, 2100).framesPerSecond).toBeCloseTo(10)
})

it('stands still without promising an end when nothing comes', () => {
  const meter = new SpeedMeter(100)
  for (let second = 0; second < 20; second++) meter.sample(second, 10)
  expect(meter.sample(20, 10)).toEqual({ framesPerSecond: 0, secondsLeft: null })
})

it('does not take frames that were found for frames that were made', () => {
  const meter = new SpeedMeter(1000)
  meter.sample(0, 0)
  meter.sample(1, 600, 600)
  expect(meter.sample(4, 720, 600)).toEqual({ framesPerSecond: 30, secondsLeft: 280 / 30 })
})

it('is calm about shots that take longer than others, in a long film', () => {
  const meter = new SpeedMeter(9000)
  let frames = 0
  const misses: number[] = []
  // Shots of four seconds, every other one at half the speed: 60 frames/s on the whole, 150 s for the film.
  for (let second = 0; second <= 60; second++) {
    const left = meter.sample(second, frames).secondsLeft ?? Infinity
    if (second >= 15) misses.push(Math.abs(left - (150 - second)) / (150 - second))
    frames += Math.floor(second / 4) % 2 ? 40 : 80
  }
  expect(Math.max(...misses)).toBeLessThan(0.2)
})
