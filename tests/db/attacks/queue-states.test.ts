import { describe, expect, test } from 'vitest'
import { refusal } from '../engines'
import {
  expire,
  LEASE_LOST,
  liveFilm,
  Player,
  workerCall,
  WORKER_CALLS,
  type Held,
  type WorkerCall,
} from './queueScenes'
import { inOneWorld, type Rehearsal } from './world'

const STATES = ['queued', 'processing', 'completed', 'failed', 'cancelled'] as const
type State = (typeof STATES)[number]

/** What brings the owner's live job into a state by the doors that are there. */
async function bring(owner: Player, state: State) {
  const film = liveFilm(owner.world)
  await owner.store(film)
  if (state === 'queued') await owner.row(...workerCall('release', film))
  else if (state === 'completed') await owner.row(...workerCall('complete', film))
  else if (state === 'failed') await owner.row(...workerCall('fail', film))
  else if (state === 'cancelled') await owner.row('select cancel_generation($1)', [film.job])
  else state satisfies 'processing'
  return film
}

const ILLEGAL = 'PT409 illegal_transition'
const FINAL = 'PT409 terminal_state'

/** What is set to move a row by hand, with everything its checks ask for: only the move itself can be wrong. */
const move: Record<State, string> = {
  queued: `status = 'queued', progress_percentage = 0, finished_at = null, storage_path = null, bytes = null, mime_type = null`,
  processing: `status = 'processing', attempt = attempt + 1, lease_until = now() + interval '45 seconds',
    progress_percentage = 0, finished_at = null, storage_path = null, bytes = null, mime_type = null`,
  completed: `status = 'completed', progress_percentage = 100, finished_at = now(), bytes = 4000, mime_type = 'video/mp4',
    storage_path = format('%s/%s/%s/1.mp4', user_id, project_id, id)`,
  failed: `status = 'failed', finished_at = now()`,
  cancelled: `status = 'cancelled', finished_at = now()`,
}

const moves: Record<State, Record<State, string>> = {
  queued: {
    queued: 'accepted',
    processing: 'accepted',
    completed: ILLEGAL,
    failed: ILLEGAL,
    cancelled: 'accepted',
  },
  processing: {
    queued: 'accepted',
    // Its lease has not run out.
    processing: ILLEGAL,
    completed: 'accepted',
    failed: 'accepted',
    cancelled: 'accepted',
  },
  completed: { queued: FINAL, processing: FINAL, completed: FINAL, failed: FINAL, cancelled: FINAL },
  failed: { queued: FINAL, processing: FINAL, completed: FINAL, failed: FINAL, cancelled: FINAL },
  cancelled: { queued: FINAL, processing: FINAL, completed: FINAL, failed: FINAL, cancelled: FINAL },
}

type Call = WorkerCall | 'claim' | 'cancel' | 'retry' | 'delete' | 'enqueue'
const lost = Object.fromEntries(WORKER_CALLS.map((call) => [call, LEASE_LOST])) as Record<WorkerCall, string>
const held = Object.fromEntries(WORKER_CALLS.map((call) => [call, 'accepted'])) as Record<WorkerCall, string>
const RUNNING = 'PT409 already_running'

const calls: Record<State, Record<Call, string>> = {
  queued: {
    ...lost,
    claim: 'claimed',
    cancel: 'accepted',
    retry: RUNNING,
    delete: RUNNING,
    enqueue: RUNNING,
  },
  processing: {
    ...held,
    claim: 'nothing to claim',
    cancel: 'accepted',
    retry: RUNNING,
    delete: RUNNING,
    enqueue: RUNNING,
  },
  completed: {
    ...lost,
    // Its answer may have been lost.
    complete: 'accepted',
    claim: 'nothing to claim',
    cancel: FINAL,
    retry: FINAL,
    delete: 'accepted',
    enqueue: 'accepted',
  },
  failed: {
    ...lost,
    claim: 'nothing to claim',
    cancel: FINAL,
    retry: 'accepted',
    delete: 'accepted',
    enqueue: 'accepted',
  },
  cancelled: {
    ...lost,
    claim: 'nothing to claim',
    // Cancelling twice is fine.
    cancel: 'accepted',
    retry: 'accepted',
    delete: 'accepted',
    enqueue: 'accepted',
  },
}

inOneWorld((world) => {
  const onStage = (work: (owner: Player, play: Rehearsal) => Promise<void>) =>
    world().rehearse((play) => work(new Player(play, world()), play))
  /** Even the owner of the database, and what runs with their rights, is bound by the trigger. */
  const byHand = (play: Rehearsal, job: string, change: string) =>
    refusal(play.admin(`update generated_videos set ${change} where id = $1`, [job]))

  describe.each(STATES)('by hand, a job that is %s', (from) => {
    test.each(STATES)('becomes %s only where that is a move', (to) =>
      onStage(async (owner, play) => {
        const { job } = await bring(owner, from)
        expect(await byHand(play, job, move[to])).toBe(moves[from][to])
      }),
    )
  })

  describe('by hand, attempts', () => {
    const LEASE = `lease_until = now() + interval '45 seconds'`
    const attempts: [what: string, from: State, change: string, answer: string][] = [
      ['a claim that does not count', 'queued', `status = 'processing', ${LEASE}`, ILLEGAL],
      [
        'a claim that counts twice',
        'queued',
        `status = 'processing', attempt = attempt + 2, ${LEASE}`,
        ILLEGAL,
      ],
      ['a claim that counts backwards', 'queued', `status = 'processing', attempt = 0, ${LEASE}`, ILLEGAL],
      ['a job that waits counts on', 'queued', 'attempt = attempt + 1', ILLEGAL],
      ['a heartbeat counts backwards', 'processing', `attempt = attempt - 1, ${LEASE}`, ILLEGAL],
      ['a failure counts on', 'processing', `attempt = attempt + 1, ${move.failed}`, ILLEGAL],
      ['a release counts backwards', 'processing', `attempt = attempt - 1, ${move.queued}`, ILLEGAL],
      ['a completion counts on', 'processing', `attempt = attempt + 1, ${move.completed}`, ILLEGAL],
    ]
    test.each(attempts)('%s', (_what, from, change, answer) =>
      onStage(async (owner, play) => {
        const { job } = await bring(owner, from)
        expect(await byHand(play, job, change)).toBe(answer)
      }),
    )

    test('a job whose lease ran out is taken over with one attempt more, and no other way', () =>
      onStage(async (owner, play) => {
        const { job } = await bring(owner, 'processing')
        await expire(play, job)
        await play.admin('savepoint lapsed')
        expect(await byHand(play, job, `attempt = attempt + 2, ${LEASE}`)).toBe(ILLEGAL)
        await play.admin('rollback to savepoint lapsed')
        expect(await byHand(play, job, move.processing)).toBe('accepted')
      }))

    test.each(STATES.slice(1))('no job is born %s', (state) =>
      onStage(async (_owner, play) => {
        const born = `insert into generated_videos (project_id, cut, user_id, request_key, settings, status, attempt,
            progress_percentage, lease_until, finished_at, storage_path, bytes, mime_type)
          select project_id, 'born', user_id, gen_random_uuid(), '{}', $1::text, 1, case $1 when 'completed' then 100 else 0 end,
            case $1 when 'processing' then now() end, case when $1 <> 'processing' then now() end,
            case $1 when 'completed' then 'x' end, case $1 when 'completed' then 1 end,
            case $1 when 'completed' then 'video/mp4' end
          from generated_videos where id = $2`
        expect(await refusal(play.admin(born, [state, liveFilm(world()).job]))).toBe(ILLEGAL)
      }),
    )

    test('no job is born with an attempt behind it', () =>
      onStage(async (_owner, play) => {
        const born = `insert into generated_videos (project_id, cut, user_id, request_key, settings, attempt)
          select project_id, 'born', user_id, gen_random_uuid(), '{}', 1 from generated_videos where id = $1`
        expect(await refusal(play.admin(born, [liveFilm(world()).job]))).toBe(ILLEGAL)
      }))
  })

  const answerTo = async (owner: Player, call: string, film: Held): Promise<string> => {
    const [worker] = WORKER_CALLS.filter((name) => name === call)
    if (worker) return owner.call(worker, film)
    if (call === 'claim') {
      const claimed = await owner.row(`select token from claim_generation('worker', 45, $1)`, [film.job])
      return claimed.token ? 'claimed' : 'nothing to claim'
    }
    if (call === 'enqueue') {
      const sql = `select enqueue_generation($1, gen_random_uuid(), '{"cut": "live"}')`
      return owner.tries(sql, [world().id('project owner private')])
    }
    return owner.tries(`select ${call}_generation($1)`, [film.job])
  }

  describe.each(STATES)('the owner of a job that is %s', (state) => {
    test.each(Object.entries(calls[state]))('calls %s: %s', (call, answer) =>
      onStage(async (owner) => {
        expect(await answerTo(owner, call, await bring(owner, state))).toBe(answer)
      }),
    )
  })
})
