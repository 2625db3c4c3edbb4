import { expect, it } from 'vitest'
import { RunPlan } from './RunPlan'

function planOf(missing: Iterable<number>): RunPlan {
  const plan = new RunPlan()
  plan.reset(missing)
  return plan
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Lets encoders work at their speeds (segments a round) until nothing is left. */
function work(plan: RunPlan, speeds: readonly number[]): number[][] {
  const taken = speeds.map((): number[] => [])
  while (plan.size > 0) {
    speeds.forEach((speed, encoder) => {
      for (let turn = 0; turn < speed; turn++) {
        const index = plan.take(encoder)
        if (index !== null) taken[encoder]?.push(index)
      }
    })
  }
  return taken
}

it('lets one encoder make the film from its beginning to its end', () => {
  expect(work(planOf(upTo(6)), [1])).toEqual([[0, 1, 2, 3, 4, 5]])
})

it('gives each of two encoders a half, so that each needs its photos once', () => {
  expect(work(planOf(upTo(10)), [1, 1])).toEqual([
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8, 9],
  ])
})

it('lets the faster encoder take over half of what the slower one has left, until both are done', () => {
  const [slow = [], fast = []] = work(planOf(upTo(40)), [1, 3])
  expect(fast.length).toBeGreaterThan(2.5 * slow.length)
  expect([...slow, ...fast].sort((one, other) => one - other)).toEqual(upTo(40))
  // It leaves off and goes on somewhere else only a few times.
  const jumps = fast.filter((index, at) => at > 0 && index !== (fast[at - 1] ?? 0) + 1)
  expect(jumps.length).toBeLessThan(6)
})

it('begins with the longest stretch that is missing, and goes on to the others', () => {
  expect(work(planOf([2, 10, 11, 12, 20]), [1])).toEqual([[10, 11, 12, 2, 20]])
})

it('has nothing to give when everything is there', () => {
  expect(planOf([]).take(0)).toBeNull()
})

it('goes on where an encoder was when the film has changed', () => {
  const plan = planOf(upTo(8))
  expect([plan.take(0), plan.take(0)]).toEqual([0, 1])
  plan.reset([0, 2, 3, 4])
  expect([plan.take(0), plan.take(0)]).toEqual([2, 3])
})
