import { expect, it } from 'vitest'
import { PixelMemory, type Block } from './PixelMemory'
import { seededRandom } from './testPictures'

const START = 1000
const empty = () => new PixelMemory(new WebAssembly.Memory({ initial: 1 }), START)

it('never gives a byte to two, whatever comes and goes', () => {
  const memory = empty()
  const random = seededRandom(5)
  const held: { block: Block; mark: number }[] = []
  let spoilt = 0
  for (let turn = 0; turn < 2000; turn++) {
    const leaves = held.length > 12 || (held.length > 0 && random() < 0.45)
    if (leaves) {
      const [gone] = held.splice(Math.floor(random() * held.length), 1)
      if (!gone) throw new Error()
      if (memory.view(gone.block).some((byte) => byte !== gone.mark)) spoilt += 1
      memory.free(gone.block)
    } else {
      const block = memory.allocate(1 + Math.floor(random() * 5000))
      memory.view(block).fill(turn & 255)
      held.push({ block, mark: turn & 255 })
    }
  }
  expect(spoilt).toBe(0)
})

it('joins what is freed, so that a film does not grow', () => {
  const memory = empty()
  const small = Array.from({ length: 10 }, () => memory.allocate(1000))
  const before = memory.allocate(64).offset
  for (const block of [...small.slice(5), ...small.slice(0, 5)]) memory.free(block)
  expect(memory.allocate(9000).offset).toBeLessThan(before)
})

it('uses up the free end before it grows', () => {
  const memory = empty()
  const first = memory.allocate(500)
  memory.free(first)
  expect(memory.allocate(200_000).offset).toBe(first.offset)
})

it('knows what is in use, and refuses to free twice', () => {
  const memory = empty()
  const block = memory.allocate(100)
  expect(memory.usedBytes).toBeGreaterThanOrEqual(100)
  memory.free(block)
  expect(memory.usedBytes).toBe(0)
  expect(() => memory.free(block)).toThrow('not in use')
})
