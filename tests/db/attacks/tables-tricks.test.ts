import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { DUPLICATE, NO_RIGHT } from '../engines'
import { contentHash, INSERT_MEDIA_ITEM } from '../studio'
import { inOneWorld, type Attacker, type World } from './world'

type Attempt = (world: World) => [sql: string, parameters?: unknown[]]

const play = (world: World, track: string) =>
  `jsonb_build_object('kind', 'track', 'trackId', '${world.id(`track ${track}`)}'::text)`

const tricks: [who: Attacker, what: string, attempt: Attempt, answer: string][] = [
  [
    'editor',
    'takes a shared photo along into a project of their own',
    (world) => [`update photos set project_id = $1`, [world.id('project editor private')]],
    NO_RIGHT,
  ],
  [
    'editor',
    'exchanges the picture behind a shared photo',
    (world) => [`update photos set media_item_id = $1`, [world.id('media editor loose')]],
    NO_RIGHT,
  ],
  [
    'editor',
    'places the owner’s photo once more, which only the owner may',
    (world) => [
      `insert into photos (project_id, media_item_id, position) values ($1, $2, 'a1')`,
      [world.id('project shared'), world.id('media owner placed')],
    ],
    NO_RIGHT,
  ],
  [
    'editor',
    'makes the shared project their own',
    (world) => [`update video_projects set user_id = $1`, [world.id('editor')]],
    NO_RIGHT,
  ],
  [
    'editor',
    'calls the project finished',
    (world) => [`update video_projects set status = 'completed' where id = $1`, [world.id('project shared')]],
    NO_RIGHT,
  ],
  [
    'editor',
    'sets a rev so high that every later change of the others is stale',
    (world) => [`update video_projects set rev = 2147483647 where id = $1`, [world.id('project shared')]],
    'PT409 stale_rev',
  ],
  [
    'editor',
    'lets a photo never be changed again by its rev',
    (world) => [`update photos set rev = 2147483647 where id = $1`, [world.id('photo owner placed')]],
    NO_RIGHT,
  ],
  [
    'owner',
    'moves the creation of a project to the top of every list',
    () => [`update video_projects set created_at = 'infinity'`],
    NO_RIGHT,
  ],
  [
    'stranger',
    'joins a foreign project by pointing their own at it',
    (world) => [`update video_projects set id = $1`, [world.id('project shared')]],
    NO_RIGHT,
  ],
  [
    'stranger',
    'makes the same project again under its id',
    (world) => [
      `insert into video_projects (id, title) values ($1, 'x') on conflict (id) do nothing`,
      [world.id('project shared')],
    ],
    'accepted',
  ],
  [
    'viewer',
    'hears the owner’s other track by naming it in a project of their own',
    (world) => [
      `update video_projects set music = ${play(world, 'owner track')} where id = $1`,
      [world.id('project viewer private')],
    ],
    'PT409 no_such_track',
  ],
  [
    'viewer',
    'hears the played track in a project of their own',
    (world) => [`insert into video_projects (title, music) values ('x', ${play(world, 'owner played')})`],
    'PT409 no_such_track',
  ],
  [
    'editor',
    'plays a track of the viewer, who was added without being asked',
    (world) => [
      `update video_projects set music = ${play(world, 'viewer track')} where id = $1`,
      [world.id('project shared')],
    ],
    'PT409 no_such_track',
  ],
  [
    'owner',
    'plays a track of the editor, who was added without being asked',
    (world) => [
      `update video_projects set music = ${play(world, 'editor track')} where id = $1`,
      [world.id('project shared')],
    ],
    'PT409 no_such_track',
  ],
  [
    'stranger',
    'learns by the id of a project whether the owner of a track works on it',
    (world) => [
      `insert into video_projects (id, title, music) values ($1, 'x', ${play(world, 'editor track')})`,
      [world.id('project shared')],
    ],
    'PT409 no_such_track',
  ],
  [
    'owner',
    'registers one file twice in one statement',
    (world) => [
      `insert into media_items (storage_path, thumbnail_path, original_filename, mime_type, width, height, content_hash)
       values ($1, null, 'a.jpg', 'image/jpeg', 1, 1, $2), ($3, $1, 'b.jpg', 'image/jpeg', 1, 1, $4)`,
      [world.id('file owner spare'), contentHash('a'), world.id('file owner face'), contentHash('b')],
    ],
    'PT409 no_such_upload',
  ],
  [
    'owner',
    'registers a file as photo and as its own thumbnail',
    (world) => [
      INSERT_MEDIA_ITEM,
      [randomUUID(), world.id('file owner spare'), world.id('file owner spare'), contentHash('a')],
    ],
    '23514',
  ],
  [
    'owner',
    'registers a song as a photo',
    (world) => [INSERT_MEDIA_ITEM, [randomUUID(), world.id('file owner spare song'), null, contentHash('a')]],
    '23514',
  ],
  [
    'owner',
    'registers what is announced but was never stored',
    (world) => [INSERT_MEDIA_ITEM, [randomUUID(), world.id('file owner announced'), null, contentHash('a')]],
    'PT409 no_such_upload',
  ],
  [
    'owner',
    'registers their film as a photo',
    (world) => [
      INSERT_MEDIA_ITEM,
      [randomUUID(), world.id('file owner private film'), null, contentHash('a')],
    ],
    'PT409 no_such_upload',
  ],
  [
    'owner',
    'registers the same photo twice',
    (world) => [
      INSERT_MEDIA_ITEM,
      [world.id('media owner loose'), world.id('file owner loose'), null, contentHash('a')],
    ],
    DUPLICATE,
  ],
  [
    'stranger',
    'shows the owner’s photo as their face',
    (world) => [`update users set avatar_path = $1`, [world.id('file owner placed')]],
    NO_RIGHT,
  ],
  [
    'owner',
    'shows a photo of their library as their face, which would show it to others',
    (world) => [`update users set avatar_path = $1`, [world.id('file owner loose')]],
    'PT409 no_such_upload',
  ],
  [
    'owner',
    'shows a file as their face that is not there yet',
    (world) => [`update users set avatar_path = $1`, [world.id('file owner announced')]],
    'PT409 no_such_upload',
  ],
  [
    'stranger',
    'climbs out of their folder with their face',
    () => [`update users set avatar_path = id || '/../' || id || '.jpg'`],
    '23514',
  ],
  [
    'editor',
    'writes a row of the owner’s library through the shared photo',
    (world) => [
      `update media_items set analysis = '{"faces": []}' from photos
       where photos.media_item_id = media_items.id and photos.project_id = $1
         and media_items.user_id = $2 returning media_items.id`,
      [world.id('project shared'), world.id('owner')],
    ],
    'accepted',
  ],
  [
    'viewer',
    'removes the owner’s photo through the shared project',
    (world) => [
      `delete from media_items using photos
       where photos.media_item_id = media_items.id and photos.project_id = $1 returning media_items.id`,
      [world.id('project shared')],
    ],
    'accepted',
  ],
  [
    'stranger',
    'copies every photo there is into a project of their own',
    (world) => [
      `insert into photos (project_id, media_item_id, position)
       select $1, id, 'a5' from media_items where user_id <> $2`,
      [world.id('project stranger private'), world.id('stranger')],
    ],
    'accepted',
  ],
]

inOneWorld((world) => {
  describe('nobody gets by a detour what they do not get straight', () => {
    test.each(tricks)('%s: %s', async (who, _what, attempt, expected) => {
      const outcome = await world().attack(who, ...attempt(world()))
      // Accepted, because row-level security leaves nothing to be done: no row came back and none was touched.
      expect(outcome).toMatchObject({ answer: expected, rows: [], intact: true })
    })
  })
})
