import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor, type Row } from './engines'
import {
  addToLibrary,
  claim,
  enqueue,
  filmableProject,
  finishFilm,
  invitePeople,
  placePhoto,
  type People,
} from './studio'

onEveryEngine((database) => {
  let people: People
  let film: Row
  beforeEach(async () => {
    people = await invitePeople(database)
    await placePhoto(people.owner, people.project, (await addToLibrary(people.owner)).id)
    film = await filmOf(people.owner, people.project)
  })

  async function filmOf(actor: Actor, project: string, settings: Row = {}): Promise<Row> {
    const queued = await enqueue(actor, project, settings)
    const job = await claim(actor, 45, String(queued.id))
    if (!job) throw new Error('nothing to claim')
    return finishFilm(actor, job)
  }
  const share = (actor: Actor, days = 7, id: unknown = film.id) =>
    actor.row('select * from create_film_share($1, $2)', [id, days])
  const revoke = (actor: Actor, id: unknown) => actor.query('select revoke_film_share($1)', [id])
  /** What the Edge Function is told about a token: it alone has the service role. */
  const opened = (token: unknown) =>
    database.engine.transaction(async (query) => {
      await query(`select set_config('role', 'service_role', true)`)
      return query('select * from open_film_share($1)', [token])
    })
  const listed = (actor: Actor) =>
    actor.query(
      'select id, film_id, created_by, expires_at, revoked_at from film_shares order by created_at, id',
    )

  describe('a link', () => {
    test('opens exactly its film, and tells of it no more than is shown', async () => {
      const { token } = await share(people.owner)
      const rows = await opened(token)
      expect(rows).toHaveLength(1)
      expect(rows[0]).toMatchObject({
        title: 'Summer at the lake',
        storage_path: film.storage_path,
        thumbnail_path: null,
        mime_type: 'video/mp4',
        width: 1920,
        height: 1080,
      })
      expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual([
        'duration_seconds',
        'expires_at',
        'finished_at',
        'height',
        'mime_type',
        'storage_path',
        'thumbnail_path',
        'title',
        'width',
      ])
    })

    test('another film of the same project has its own', async () => {
      const short = await filmOf(people.owner, people.project, { cut: 'short' })
      const [first, second] = [await share(people.owner), await share(people.owner, 7, short.id)]
      expect((await opened(first.token))[0]?.storage_path).toBe(film.storage_path)
      expect((await opened(second.token))[0]?.storage_path).toBe(short.storage_path)
    })

    test('carries a token that no two share, and that is written nowhere', async () => {
      const tokens = await Promise.all([share(people.owner), share(people.owner), share(people.editor)])
      expect(new Set(tokens.map(({ token }) => token)).size).toBe(3)
      const everything = await database.admin(
        `select (select string_agg(s::text, ' ') from film_shares as s)
           || (select string_agg(e::text, ' ') from private.job_events as e) as text`,
      )
      for (const { token } of tokens) {
        expect(token).toMatch(/^[\w-]{43}$/)
        expect(String(everything[0]?.text)).not.toContain(token)
      }
    })

    test.each([
      [
        'expired',
        (id: unknown) =>
          database.admin(
            `update film_shares set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = $1`,
            [id],
          ),
      ],
      ['revoked', (id: unknown) => revoke(people.owner, id)],
      ['of a film that was deleted', () => people.owner.query('select delete_generation($1)', [film.id])],
      [
        'of a project that was deleted',
        () => people.owner.query('delete from video_projects where id = $1', [people.project]),
      ],
      ['of an account that is being deleted', () => people.owner.query('select close_my_account()')],
      [
        'of an account that is gone',
        () => database.admin('delete from auth.users where id = $1', [people.owner.id]),
      ],
    ])('%s is answered like one that never was', async (_how, end) => {
      const made = await share(people.owner)
      expect(await opened(made.token)).toHaveLength(1)
      await end(made.share)
      expect(await opened(made.token)).toEqual(await opened('a token that never was'))
      expect(await opened(made.token)).toEqual([])
    })

    test.each(['', null, "' or true --", 'x'.repeat(5000), '%'])(
      'the token %o opens nothing',
      async (token) => {
        await share(people.owner)
        expect(await opened(token)).toEqual([])
      },
    )

    test('works for as long as was asked, and no longer than a year', async () => {
      for (const days of [0, -1, 366, null])
        expect(await refusal(share(people.owner, days as number))).toBe('PT400 bad_request')
      const { expires_at: until } = await share(people.owner, 30)
      const [row] = await database.admin(
        `select $1::timestamptz - now() between interval '29 days 23 hours' and interval '30 days' as ok`,
        [until],
      )
      expect(row?.ok).toBe(true)
    })
  })

  describe('whoever may edit the project', () => {
    test('makes links, reads all of them and ends any of them', async () => {
      const mine = await share(people.owner)
      const theirs = await share(people.editor)
      for (const actor of [people.owner, people.editor])
        expect((await listed(actor)).map((row) => row.id)).toEqual([mine.share, theirs.share])
      await revoke(people.editor, mine.share)
      await revoke(people.owner, theirs.share)
      expect(await opened(mine.token)).toEqual([])
      expect(await opened(theirs.token)).toEqual([])
      // Ending it once more changes nothing, not even when it ended.
      const [before] = await listed(people.owner)
      await revoke(people.owner, mine.share)
      expect((await listed(people.owner))[0]?.revoked_at).toEqual(before?.revoked_at)
    })

    test('leaves no link behind when they may no longer', async () => {
      const demoted = await share(people.editor)
      await people.owner.query(`update project_members set role = 'viewer' where user_id = $1`, [
        people.editor.id,
      ])
      expect(await opened(demoted.token)).toEqual([])
      await people.owner.query(`update project_members set role = 'editor' where user_id = $1`, [
        people.editor.id,
      ])
      expect(await opened(demoted.token)).toEqual([])
      const removed = await share(people.editor)
      const kept = await share(people.owner)
      await people.owner.query('delete from project_members where user_id = $1', [people.editor.id])
      expect(await opened(removed.token)).toEqual([])
      expect(await opened(kept.token)).toHaveLength(1)
    })

    test('has at most twenty that work for a film; ended ones do not count, and are forgotten in time', async () => {
      for (let n = 0; n < 20; n++) await share(people.owner)
      expect(await refusal(share(people.owner))).toBe('PT429 too_many_shares')
      const [first] = await listed(people.owner)
      await revoke(people.owner, first?.id)
      await share(people.owner)
      await database.admin(
        `update film_shares set revoked_at = now() - interval '31 days', created_at = now() - interval '40 days' where id = $1`,
        [first?.id],
      )
      await database.admin(
        `update film_shares set revoked_at = now() where id = (select id from film_shares where revoked_at is null limit 1)`,
      )
      await share(people.owner)
      expect((await listed(people.owner)).map((row) => row.id)).not.toContain(first?.id)
    })

    test('makes none for a film that is not finished', async () => {
      const waiting = await enqueue(people.owner, people.project, { cut: 'waits' })
      expect(await refusal(share(people.owner, 7, waiting.id))).toBe('PT409 not_finished')
    })
  })

  describe('everybody else', () => {
    test('a viewer watches the film and makes, reads and ends no link', async () => {
      const made = await share(people.owner)
      expect(await refusal(share(people.viewer))).toBe('PT403 not_allowed')
      expect(await listed(people.viewer)).toEqual([])
      expect(await refusal(revoke(people.viewer, made.share))).toBe('PT404 not_found')
      expect(await opened(made.token)).toHaveLength(1)
    })

    test('a stranger cannot tell a film or a link that is there from one that is not', async () => {
      const made = await share(people.owner)
      const nothing = '00000000-0000-4000-8000-000000000000'
      expect(await refusal(share(people.stranger))).toBe(await refusal(share(people.stranger, 7, nothing)))
      expect(await refusal(revoke(people.stranger, made.share))).toBe(
        await refusal(revoke(people.stranger, nothing)),
      )
      expect(await listed(people.stranger)).toEqual([])
    })

    test('nobody who is not signed in gets any further: no function, no row, no file, no list of files', async () => {
      const made = await share(people.owner)
      const { anonymous } = database
      for (const statement of [
        () => anonymous.query('select * from film_shares'),
        () => anonymous.query('select * from open_film_share($1)', [made.token]),
        () => anonymous.query('select * from private.open_film_share($1)', [made.token]),
        () => share(anonymous),
        () => revoke(anonymous, made.share),
      ])
        expect(await refusal(statement())).toBe(NO_RIGHT)
      expect(await anonymous.query('select name from storage.objects')).toEqual([])
      expect(
        await anonymous.query('select name from storage.objects where name = $1', [film.storage_path]),
      ).toEqual([])
    })

    test('not even the owner asks what a token opens, or reads the hashes, or writes a row', async () => {
      const made = await share(people.owner)
      for (const statement of [
        () => people.owner.query('select * from open_film_share($1)', [made.token]),
        () => people.owner.query('select token_hash from film_shares'),
        () => people.owner.query('select * from film_shares'),
        () => people.owner.query(`update film_shares set expires_at = now() + interval '300 days'`),
        () => people.owner.query('update film_shares set revoked_at = null'),
        () => people.owner.query('delete from film_shares'),
        () =>
          people.owner.query(
            `insert into film_shares (film_id, created_by, token_hash, expires_at) values ($1, $2, sha256('mine'), now() + interval '1 day')`,
            [film.id, people.owner.id],
          ),
      ])
        expect(await refusal(statement())).toBe(NO_RIGHT)
    })
  })

  test('the copy of an account has the links it made, without what opens them', async () => {
    await share(people.owner)
    const other = await filmableProject(people.stranger)
    await share(people.stranger, 7, (await filmOf(people.stranger, other)).id)
    const { data } = await people.owner.row('select export_my_account() as data')
    const { film_shares: shares } = data as { film_shares: Row[] }
    expect(shares).toHaveLength(1)
    expect(shares[0]).not.toHaveProperty('token_hash')
    expect(shares[0]).toMatchObject({ film_id: film.id, created_by: people.owner.id })
  })
})
