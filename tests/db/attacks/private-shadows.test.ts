import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import type { SignedIn } from './furniture'
import { inOneWorld, type Rehearsal } from './world'

/**
 * What somebody might put in the way so that our functions find it instead. Nobody can: see [Note: nothing temporary]. Here it
 * lies there all the same, and is found by no function of ours.
 */
const shadows: Record<string, string[]> = {
  'a table of plans without limits': [
    'create temp table plans (like public.plans)',
    `insert into plans values ('free', 1e6, 1e15, 1e6, 1e6, 1e6), ('pro', 1e6, 1e15, 1e6, 1e6, 1e6)`,
  ],
  'a table of subscriptions': [
    'create temp table subscriptions (like public.subscriptions)',
    `insert into subscriptions values ($me, 'enterprise', 'active', null)`,
  ],
  'a table in which every project is theirs': [
    `create temp table video_projects as select $shared::uuid as id, $me::uuid as user_id, 'x' as title`,
  ],
  'a table in which they are an editor': [
    `create temp table project_members as
     select $shared::uuid as project_id, $me::uuid as user_id, 'editor' as role, gen_random_uuid() as invitation_id`,
  ],
  'a library that holds the photos of others': [
    `create temp table media_items as
     select $media::uuid as id, $me::uuid as user_id, null::text as storage_path, null::text as thumbnail_path`,
  ],
  'announcements of their own': [
    `create temp table uploads as select 'media' as bucket_id, $me || '/mine.jpg' as name, $me::uuid as user_id,
       1000::bigint as bytes, 'image/jpeg' as mime_type, 'infinity'::timestamptz as expires_at`,
  ],
  'functions that always agree': [
    `create function pg_temp.can_edit(uuid) returns boolean language sql as 'select true'`,
    `create function pg_temp.uid() returns uuid language sql as $sql$ select $owner::uuid $sql$`,
    `create function pg_temp.now() returns timestamptz language sql as $sql$ select timestamptz '1999-01-01' $sql$`,
  ],
  'an operator by which everything is equal': [
    `create function pg_temp.same(uuid, uuid) returns boolean language sql as 'select true'`,
    'create operator pg_temp.= (leftarg = uuid, rightarg = uuid, function = pg_temp.same)',
  ],
  'nothing, but another order of schemas': [],
}
const openThem = `grant select on all tables in schema pg_temp to authenticated`
const orders = ['pg_temp, public, private, pg_catalog', 'private, public', `''`]

const FILM = `select public.enqueue_generation($shared, gen_random_uuid(), '{}')`
const PLACE = 'insert into public.photos (project_id, media_item_id, position) values'
const STORE = `insert into storage.objects (bucket_id, name, metadata) values ('media', $me || '/mine.jpg', '{}')`
const attempts: [who: SignedIn, what: string, sql: string, answer: string][] = [
  [
    'stranger',
    'announces a huge file',
    `select public.reserve_upload('media', 52428801, 'image/jpeg')`,
    'PT413 bad_size',
  ],
  ['stranger', 'queues a film of a foreign project', FILM, 'PT403 not_allowed'],
  ['viewer', 'queues a film of a project they only see', FILM, 'PT403 not_allowed'],
  [
    'stranger',
    'invites to a foreign project',
    `select public.invite_member($shared, 'x@example.com', 'editor')`,
    'PT403 not_allowed',
  ],
  ['stranger', 'cancels the film of the owner', `select public.cancel_generation($live)`, 'PT404 not_found'],
  ['stranger', 'places a foreign photo', `${PLACE} ($mine, $media, 'a0')`, NO_RIGHT],
  ['viewer', 'places their photo in a project they only see', `${PLACE} ($shared, $loose, 'a0')`, NO_RIGHT],
  ['stranger', 'stores what was not announced', STORE, NO_RIGHT],
]

inOneWorld((world) => {
  const fill = (who: SignedIn, sql: string) =>
    Object.entries({
      $shared: 'project shared',
      $live: 'film owner live',
      $media: 'media owner placed',
      $mine: `project ${who} private`,
      $loose: `media ${who} loose`,
      $owner: 'owner',
      $me: who,
    }).reduce((text, [word, name]) => text.replaceAll(word, `'${world().id(name)}'`), sql)
  const putInTheWay = async (play: Rehearsal, who: SignedIn, shadow: string[]) => {
    for (const sql of shadow) await play.admin(fill(who, sql))
    if (shadow.some((sql) => sql.startsWith('create temp table'))) await play.admin(openThem)
  }

  describe.each(Object.entries(shadows))('behind %s', (_name, shadow) => {
    test.each(attempts)('%s: %s, in vain', async (who, _what, sql, expected) => {
      await world().rehearse(async (play) => {
        await putInTheWay(play, who, shadow)
        for (const order of orders) {
          await play.admin(`set local search_path = ${order}`)
          expect([order, await play.tries(world().person(who), fill(who, sql))]).toEqual([order, expected])
        }
      })
    })

    test('stranger: reads no more projects than ever', async () => {
      await world().rehearse(async (play) => {
        await putInTheWay(play, 'stranger', shadow)
        await play.admin(`set local search_path = ${orders[0]}`)
        const rows = await play.as(world().person('stranger'), 'select id from public.video_projects')
        expect(world().called(rows.map((row) => row.id))).toEqual(['project stranger private'])
      })
    })
  })

  test('stranger: is measured by the plan they have, whatever other plans lie about', async () => {
    await world().rehearse(async (play) => {
      await play.admin('update public.plans set max_storage_bytes = 20000')
      await putInTheWay(play, 'stranger', shadows['a table of plans without limits'] ?? [])
      await play.admin(`set local search_path = ${orders[0]}`)
      const announce = `select public.reserve_upload('media', 52428800, 'image/jpeg')`
      expect(await play.tries(world().person('stranger'), announce)).toBe('PT402 storage_quota')
    })
  })
})
