import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Progress } from '@/data/videos'
import { createLeaseLoop, type LeaseCommand, type LeaseEvent } from './leaseLoop'

// Time stands still here, so the database cannot answer: `answers` does. The real one is in tests/embedded.
type Answer = { status: number; body?: object } | 'none'
let answers: Answer[]
let beats: { at: number; pct: number; token: string }[]
let events: LeaseEvent[]
let obey: (command: LeaseCommand) => void
const started = Date.now()

beforeEach(() => {
  vi.useFakeTimers({ now: started })
  answers = []
  beats = []
  events = []
  vi.stubGlobal('fetch', (_url: string, init: { body: string; headers: { authorization: string } }) => {
    const { pct } = JSON.parse(init.body) as { pct: number }
    beats.push({ at: Date.now() - started, pct, token: init.headers.authorization })
    const answer = answers.shift() ?? { status: 200 }
    if (answer === 'none') return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(Response.json(answer.body ?? { ok: true }, { status: answer.status }))
  })
  obey = createLeaseLoop((event) => events.push(event))
})
afterEach(() => {
  obey({ type: 'stop' })
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const at = (percent: number, stage: Progress['stage'] = 'rendering'): Progress => ({
  percent,
  stage,
  secondsLeft: null,
})
const start = (progress = at(0)) => {
  const access = { supabaseUrl: 'http://db.test', supabaseKey: 'key', accessToken: 'first' }
  obey({ type: 'start', access, key: { jobId: 'job', token: 'token' }, progress })
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const times = () => beats.map((beat) => beat.at)

describe('the heartbeat', () => {
  test('beats at once and then every ten seconds', async () => {
    start()
    await pass(35_000)
    expect(times()).toEqual([0, 10_000, 20_000, 30_000])
    expect(events).toEqual(Array(4).fill({ type: 'held', confirmed: [] }))
  })
  test('tells progress within two seconds, and not more often', async () => {
    start()
    for (let percent = 1; percent <= 100; percent++) {
      await pass(50)
      obey({ type: 'progress', progress: at(percent) })
    }
    await pass(2_000)
    expect(times()).toEqual([0, 2000, 4000, 6000])
    expect(beats.at(-1)?.pct).toBe(100)
  })
  test('tells a new stage even when the percents are the same', async () => {
    start()
    await pass(5000)
    obey({ type: 'progress', progress: at(0, 'uploading') })
    await pass(0)
    expect(times()).toEqual([0, 5000])
  })
  test('asks again every two seconds without an answer, and does not give up the film', async () => {
    answers = ['none', { status: 503 }, 'none']
    start()
    await pass(7000)
    expect(times()).toEqual([0, 2000, 4000, 6000])
    expect(events).toEqual([{ type: 'held', confirmed: [] }])
  })
  test('says that the lease is lost and is silent from then on', async () => {
    answers = [{ status: 200 }, { status: 409, body: { code: 'PT409', message: 'lease_lost' } }]
    start()
    await pass(60_000)
    expect(times()).toEqual([0, 10_000])
    expect(events.at(-1)).toEqual({ type: 'lost' })
  })
  test('asks for a token when its own has expired, and uses the new one', async () => {
    answers = [{ status: 401, body: { code: 'PGRST303', message: 'JWT expired' } }]
    start()
    await pass(0)
    expect(events).toEqual([{ type: 'token_needed' }])
    obey({ type: 'token', accessToken: 'second' })
    await pass(2000)
    expect(beats.map(({ token }) => token)).toEqual(['Bearer first', 'Bearer second'])
  })
  test('confirms only with a heartbeat that left after it was asked', async () => {
    start()
    obey({ type: 'confirm', id: 7 })
    await pass(0)
    expect(events).toEqual([
      { type: 'held', confirmed: [] },
      { type: 'held', confirmed: [7] },
    ])
    expect(times()).toEqual([0, 0])
  })
  test('confirms when the line is back', async () => {
    answers = ['none', 'none']
    start()
    obey({ type: 'confirm', id: 7 })
    await pass(3900)
    expect(events).toEqual([])
    await pass(200)
    expect(events).toEqual([{ type: 'held', confirmed: [7] }])
  })
})
