import { expect, it } from 'vitest'
import { DecodeBudget } from './decodeBudget'

/** Starts work on pictures of these sizes; `finish(i)` ends one, `atWork` lists those that have started and not ended. */
function start(limit: number, sizes: number[]) {
  const budget = new DecodeBudget(limit)
  const atWork = new Set<number>()
  const finishers: (() => void)[] = []
  const done = sizes.map((size, i) =>
    budget.spend(size, async () => {
      atWork.add(i)
      await new Promise<void>((resolve) => {
        finishers[i] = resolve
      })
      atWork.delete(i)
    }),
  )
  const finish = async (i: number): Promise<void> => {
    finishers[i]?.()
    await done[i]
    await Promise.resolve()
  }
  return { finish, atWork: () => [...atWork] }
}

it('decodes photos side by side while they fit', async () => {
  const { finish, atWork } = start(64, [12, 12, 48, 12])
  await Promise.resolve()
  expect(atWork()).toEqual([0, 1])
  await finish(0)
  expect(atWork()).toEqual([1, 2])
  await finish(1)
  expect(atWork()).toEqual([2, 3])
})

it('lets a photo larger than the budget in, alone', async () => {
  const { finish, atWork } = start(64, [12, 200, 12])
  await Promise.resolve()
  expect(atWork()).toEqual([0])
  await finish(0)
  expect(atWork()).toEqual([1])
  await finish(1)
  expect(atWork()).toEqual([2])
})

it('gives the room back when decoding fails', async () => {
  const budget = new DecodeBudget(64)
  await expect(budget.spend(64, () => Promise.reject(new Error('torn')))).rejects.toThrow('torn')
  await expect(budget.spend(64, () => Promise.resolve('next'))).resolves.toBe('next')
})
