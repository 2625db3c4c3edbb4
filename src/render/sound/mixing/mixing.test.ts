import { expect, test } from 'vitest'
import type { ScoreNote } from '@/domain/score'
import { noiseOf } from '../samples/sample'
import { SOUND_SAMPLE_RATE } from '../StereoChunk'
import { keepSample } from './KeptSample'
import { Lane } from './Lane'
import { mixMemoryFromDisk } from './mixing.fixture'
import type { MixMemory } from './MixMemory'
import { Room } from './Room'
import { Voice } from './Voice'

const SIZE = 1024
const BYTES = SIZE * 4
const noise = (length: number, seed: number) => {
  const random = noiseOf(seed)
  return Float32Array.from({ length }, random)
}

/** What a room does, sum by sum. */
function convolved(sound: Float32Array, answer: Float32Array): Float64Array {
  const sum = new Float64Array(sound.length + answer.length)
  sound.forEach((value, at) =>
    answer.forEach((part, late) => (sum[at + late] = (sum[at + late] ?? 0) + value * part)),
  )
  return sum
}

test('a room answers each side with its own walls, block after block', async () => {
  const memory = await mixMemoryFromDisk()
  const impulse = { left: noise(2500, 1), right: noise(1800, 2) }
  const room = new Room(memory, impulse, SIZE)
  const input = memory.allocate(SIZE * 2)
  const output = memory.allocate(SIZE * 2)
  const sound = { left: noise(SIZE * 4, 3), right: noise(SIZE * 4, 4) }
  const expected = {
    left: convolved(sound.left, impulse.left),
    right: convolved(sound.right, impulse.right),
  }
  for (let block = 0; block < 4; block++) {
    const part = (side: Float32Array) => side.subarray(block * SIZE, (block + 1) * SIZE)
    memory.floats(input, SIZE).set(part(sound.left))
    memory.floats(input + BYTES, SIZE).set(part(sound.right))
    memory.floats(output, SIZE * 2).fill(1)
    room.process(input, output, 0.5)
    for (const [side, offset] of [
      ['left', output],
      ['right', output + BYTES],
    ] as const) {
      const wanted = expected[side].subarray(block * SIZE, (block + 1) * SIZE)
      const off = memory
        .floats(offset, SIZE)
        .map((value, index) => Math.abs(value - 1 - (wanted[index] ?? 0) / 2))
      expect(Math.max(...off)).toBeLessThan(0.01)
    }
  }
})

const note: ScoreNote = { instrument: 'kick', startSeconds: 0.01, seconds: 0.2, pitch: 36, velocity: 1 }
const block = (memory: MixMemory) => {
  const left = memory.allocate(SIZE)
  const right = memory.allocate(SIZE)
  return {
    left,
    right,
    heard: () => [memory.floats(left, SIZE).slice(), memory.floats(right, SIZE).slice()] as const,
  }
}

test('a struck note is its sample from its first moment to its last, each side for itself', async () => {
  const memory = await mixMemoryFromDisk()
  const sample = { left: noise(700, 5), right: noise(700, 6), sampleRate: SOUND_SAMPLE_RATE, isLoop: false }
  const sides = block(memory)
  const voice = new Voice(note, keepSample(memory, sample), note.pitch)
  expect(voice.addTo(memory.wasm, sides, 0, SIZE)).toBe(true)
  const start = note.startSeconds * SOUND_SAMPLE_RATE
  const [left, right] = sides.heard()
  const gain = (left[start + 100] ?? 0) / (sample.left[100] ?? 1)
  expect(gain).toBeGreaterThan(0.1)
  expect(left.subarray(0, start).every((value) => value === 0)).toBe(true)
  for (const at of [1, 57, 300, SIZE - start - 1]) {
    expect(left[start + at]).toBeCloseTo((sample.left[at] ?? 0) * gain, 5)
    expect(right[start + at]).toBeCloseTo((sample.right[at] ?? 0) * gain, 5)
  }
  // It ends within the next block.
  expect(voice.addTo(memory.wasm, sides, SIZE, SIZE)).toBe(false)
})

test('a held note goes round its loop without a seam', async () => {
  const memory = await mixMemoryFromDisk()
  const round = 240
  const tone = Float32Array.from({ length: round }, (_, index) => Math.sin((2 * Math.PI * index * 6) / round))
  const sample = { left: tone, right: tone, sampleRate: SOUND_SAMPLE_RATE, isLoop: true }
  const held: ScoreNote = { ...note, instrument: 'choir', startSeconds: 0, seconds: 1, pitch: 67 }
  const sides = block(memory)
  const voice = new Voice(held, keepSample(memory, sample), 65)
  const skipped = 30
  for (let at = 0; at < skipped; at++) {
    memory.floats(sides.left, SIZE).fill(0)
    voice.addTo(memory.wasm, sides, at * SIZE, SIZE)
  }
  const [heard] = sides.heard()
  const loudest = Math.max(...heard)
  const step = Math.max(...heard.slice(1).map((value, index) => Math.abs(value - (heard[index] ?? 0))))
  // A sine of this pitch never moves faster than its frequency, two semitones above the sample's.
  expect(step / loudest).toBeLessThan(((2 * Math.PI * 6) / round) * 2 ** (2 / 12) * 1.03)
  expect(loudest).toBeGreaterThan(0.05)
})

test('a lane gives to the mix, to the room and to the echo what its instrument sends, and is empty then', async () => {
  const memory = await mixMemoryFromDisk()
  const lane = new Lane(memory, 'kick', 0, SIZE)
  const buses = memory.allocate(SIZE * 2 * 3)
  memory.floats(lane.left, SIZE).fill(0.5)
  memory.floats(lane.right, SIZE).fill(-0.25)
  lane.touch()
  lane.pour(buses)
  const heard = (bus: number) => memory.floats(buses + bus * BYTES, SIZE)[SIZE / 2]
  const send = 10 ** (-26 / 20)
  expect([0, 1].map(heard)).toEqual([0.5, -0.25])
  expect(heard(2)).toBeCloseTo(0.5 * send, 6)
  expect(heard(3)).toBeCloseTo(-0.25 * send, 6)
  expect(heard(4)).toBe(0)
  lane.pour(buses)
  expect(heard(0)).toBe(0.5)
})

test('a soft note of a lane is dull: what is high up is filtered out', async () => {
  const memory = await mixMemoryFromDisk()
  const lane = new Lane(memory, 'strings', 0, SIZE)
  const buses = memory.allocate(SIZE * 2 * 3)
  const high = memory.floats(lane.left, SIZE)
  for (let index = 0; index < SIZE; index++) high[index] = index % 2 === 0 ? 1 : -1
  memory.floats(lane.right, SIZE).fill(1)
  lane.touch()
  lane.pour(buses)
  expect(Math.abs(memory.floats(buses, SIZE)[SIZE - 1] ?? 1)).toBeLessThan(0.01)
  expect(memory.floats(buses + BYTES, SIZE)[SIZE - 1]).toBeCloseTo(1, 2)
})
