import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import { expire, lastAttempt, LEASE_LOST, liveFilm, Player, WORKER_CALLS, type Held } from './queueScenes'
import { inOneWorld, missing, type Rehearsal, type World } from './world'

/** How a worker comes to hold a token that opens nothing. Its film is stored by then: only the token is wrong. */
type Scene = (owner: Player, film: Held, play: Rehearsal, world: World) => Promise<Held>

const scenes: [what: string, scene: Scene][] = [
  ['no token', async (_owner, film) => ({ ...film, token: null })],
  ['a token made up', async (_owner, film) => ({ ...film, token: missing() })],
  [
    'the token of another job',
    async (owner, film) => ({ ...film, token: (await owner.start('second')).token }),
  ],
  [
    'the token of a film that is complete',
    async (_owner, film, _play, world) => ({ ...film, token: world.id('token owner shared') }),
  ],
  ['a job that is not there', async (_owner, film) => ({ ...film, job: missing() })],
  [
    'the token of an attempt that was taken over',
    async (owner, film, play) => {
      await expire(play, film.job)
      await owner.claim(film.job)
      return film
    },
  ],
  [
    'the new path and the token of an attempt that was taken over',
    async (owner, film, play) => {
      await expire(play, film.job)
      const taken = await owner.claim(film.job)
      await owner.store(taken)
      return { ...taken, token: film.token }
    },
  ],
  [
    'the token of a job that was released',
    async (owner, film) => {
      await owner.call('release', film)
      return film
    },
  ],
  [
    'the token of a job that was released and claimed again',
    async (owner, film) => {
      await owner.call('release', film)
      await owner.claim(film.job)
      return film
    },
  ],
  [
    'the token of an attempt that failed and waits for the next',
    async (owner, film) => {
      await owner.row(`select fail_generation($1, $2, 'x', 'x', true)`, [film.job, film.token])
      return film
    },
  ],
  [
    'the token of a job that failed',
    async (owner, film) => {
      await owner.call('fail', film)
      return film
    },
  ],
  [
    'the token of a job that was cancelled',
    async (owner, film) => {
      await owner.row('select cancel_generation($1)', [film.job])
      return film
    },
  ],
  [
    'the token of a job given up as lost',
    async (owner, film, play) => {
      await lastAttempt(play, film.job)
      await expire(play, film.job)
      await owner.row(`select * from claim_generation('worker')`)
      return film
    },
  ],
  [
    'the token of a film that was thrown away',
    async (owner, film) => {
      await owner.call('complete', film)
      await owner.row('select delete_generation($1)', [film.job])
      return film
    },
  ],
]

inOneWorld((world) => {
  describe.each(scenes)('%s', (_what, scene) => {
    test.each(WORKER_CALLS)('opens nothing: %s', (call) =>
      world().rehearse(async (play) => {
        const owner = new Player(play, world())
        const film = liveFilm(world())
        await owner.store(film)
        const held = await scene(owner, film, play, world())
        const before = await owner.job(film.job)
        expect(await owner.call(call, held)).toBe(LEASE_LOST)
        expect(await owner.job(film.job)).toEqual(before)
      }),
    )
  })

  describe.each([
    ['anonymous', NO_RIGHT],
    ['stranger', LEASE_LOST],
    ['viewer', LEASE_LOST],
    ['editor', LEASE_LOST],
    ['owner', 'accepted'],
  ] as const)('the token of the owner in the hands of: %s', (who, answer) => {
    test.each(WORKER_CALLS)('%s', (call) =>
      world().rehearse(async (play) => {
        const film = liveFilm(world())
        await new Player(play, world()).store(film)
        expect(await new Player(play, world(), who).call(call, film)).toBe(answer)
      }),
    )
  })

  describe('the token of an editor', () => {
    test.each(WORKER_CALLS)('opens nothing for the owner of the project: %s', (call) =>
      world().rehearse(async (play) => {
        const editor = new Player(play, world(), 'editor')
        const film = await editor.start('of-the-editor')
        await editor.store(film)
        expect(await new Player(play, world()).call(call, film)).toBe(LEASE_LOST)
        expect(await editor.call(call, film)).toBe('accepted')
      }),
    )

    test.each(WORKER_CALLS)('opens nothing once they are a viewer: %s', (call) =>
      world().rehearse(async (play) => {
        const editor = new Player(play, world(), 'editor')
        const film = await editor.start('of-the-editor')
        await editor.store(film)
        await play.as(world().person('owner'), `update project_members set role = 'viewer'`)
        expect(await editor.call(call, film)).toBe(LEASE_LOST)
      }),
    )
  })
})
