import { beforeEach, expect, test, vi } from 'vitest'
import { RenderError } from '@/lib/errors'
import { runGeneration, type RunEvent } from './runGeneration'

vi.mock('./filmPlan', () => ({ planFilm: () => Promise.resolve({}) }))

const FILM = {
  id: '33333333-3333-4333-8333-333333333333',
  project_id: '22222222-2222-4222-8222-222222222222',
  user_id: '11111111-1111-4111-8111-111111111111',
  cut: 'main',
  request_key: '44444444-4444-4444-8444-444444444444',
  status: 'processing',
  progress_percentage: 0,
  stage: null,
  error_code: null,
  error_message: null,
  attempt: 1,
  max_attempts: 5,
  run_after: '2026-01-01T00:00:00+00:00',
  queued_at: '2026-01-01T00:00:00+00:00',
  worker: null,
  lease_until: null,
  estimated_completion_at: null,
  settings: {},
  storage_path: null,
  thumbnail_path: null,
  mime_type: null,
  width: null,
  height: null,
  duration_seconds: null,
  bytes: null,
  skipped_photo_ids: [],
  rev: 1,
  created_at: '2026-01-01T00:00:00+00:00',
  finished_at: null,
}
const CLAIM = [{ job: FILM, token: '55555555-5555-4555-8555-555555555555', lease_ms: 45_000 }]

/** Why the film cannot be given back; null: it can. */
let refusal: string | null
beforeEach(() => {
  refusal = null
  vi.stubGlobal('fetch', (input: RequestInfo | URL) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    if (pathname.endsWith('claim_generation')) return Promise.resolve(Response.json(CLAIM))
    if (pathname.endsWith('release_generation') && refusal !== null)
      return Promise.resolve(Response.json({ code: 'PT409', message: refusal }, { status: 409 }))
    return Promise.resolve(Response.json(FILM))
  })
})

async function runWithoutRoom() {
  const events: RunEvent['type'][] = []
  const outcome = await runGeneration({
    worker: 'a tab',
    signal: new AbortController().signal,
    onEvent: ({ type }) => events.push(type),
    render: () => Promise.reject(new RenderError('storage_full', 'no room', { bytesNeeded: 1 })),
    openLease: () => ({ post: () => undefined, close: () => undefined }),
  })
  return { outcome, events }
}

test('F33: a film that finds no room here is given back, and the shortage told of', async () => {
  expect(await runWithoutRoom()).toEqual({ outcome: 'no_room', events: ['claimed', 'no_room', 'ended'] })
})

test.each([
  ['lease_lost', 'lost'],
  ['too_many_handovers', 'failed'],
])(
  'F33: where giving it back ends with %s nobody waits for room, and no shortage is told of',
  async (code, ends) => {
    refusal = code
    const { outcome, events } = await runWithoutRoom()
    expect(outcome).toBe(ends)
    expect(events).toEqual(['claimed', 'ended'])
  },
)
