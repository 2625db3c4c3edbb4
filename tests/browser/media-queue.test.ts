import { afterEach, expect, it } from 'vitest'
import { MediaQueue, WorkerDied } from '@/media/mediaQueue'
import type { MediaWorker } from '@/media/protocol'

const spawned: Worker[] = []

function fragileQueue(timeoutMs = 10_000): MediaQueue<MediaWorker> {
  const spawn = (): Worker => {
    const worker = new Worker(new URL('../fixtures/fragile.worker.ts', import.meta.url), { type: 'module' })
    spawned.push(worker)
    return worker
  }
  return new MediaQueue<MediaWorker>({ spawn, timeoutMs })
}

/** Sends files of these names and tells what became of each. */
async function send(queue: MediaQueue<MediaWorker>, names: string[]): Promise<string[]> {
  const answers = await Promise.allSettled(
    names.map((name) => queue.run<unknown>((worker) => worker.ingest(new File(['x'], name)))),
  )
  return answers.map((answer) =>
    answer.status === 'fulfilled' ? 'answered' : answer.reason instanceof WorkerDied ? 'died' : 'failed',
  )
}

afterEach(() => {
  for (const worker of spawned.splice(0)) worker.terminate()
})

it('shares one worker among all photos, and makes none before the first', async () => {
  const queue = fragileQueue()
  expect(spawned).toHaveLength(0)
  expect(await send(queue, ['a', 'b', 'c', 'd'])).toEqual(['answered', 'answered', 'answered', 'answered'])
  expect(spawned).toHaveLength(1)
})

it('refuses only the photo over which the worker died', async () => {
  expect(await send(fragileQueue(), ['a', 'killer', 'b', 'killer', 'c'])).toEqual([
    'answered',
    'died',
    'answered',
    'died',
    'answered',
  ])
})

it('refuses a photo that the worker never answers for', async () => {
  expect(await send(fragileQueue(1500), ['a', 'hanger', 'b'])).toEqual(['answered', 'died', 'answered'])
})

it('never starts a photo that was given up while it waited', async () => {
  const queue = fragileQueue()
  const controller = new AbortController()
  const before = send(queue, ['a', 'b'])
  let started = false
  const given = queue.run(async () => {
    started = true
  }, controller.signal)
  controller.abort(new Error('never mind'))
  await expect(given).rejects.toThrow('never mind')
  await before
  expect(await send(queue, ['c'])).toEqual(['answered'])
  expect(started).toBe(false)
})

it('F15: blames no photo for a worker whose code cannot be fetched, and needs no line for one that was prepared', async () => {
  let isOnline = false
  const there = new URL('../fixtures/fragile.worker.ts', import.meta.url)
  const queue = new MediaQueue<MediaWorker>({
    spawn: () => {
      const worker = new Worker(isOnline ? there : new URL('/nowhere/worker.js', location.href), {
        type: 'module',
      })
      spawned.push(worker)
      return worker
    },
  })
  const ask = () => queue.run<unknown>((worker) => worker.ingest(new File(['x'], 'a')))
  const answers = await Promise.allSettled([ask(), ask(), ask()])
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'WorkerUnreachable' } })
  isOnline = true
  queue.prepare()
  isOnline = false
  await expect(ask()).resolves.toMatchObject({ ok: false, reason: 'a' })
})
