import type { Row } from '../engines'
import { allButOwner, everybody, seeNothing, somethingOrNothing, type Call } from './rpcCall'

/** A page that is empty still says how many there are. */
const someProject = (rows: Row[]) => somethingOrNothing(rows.filter(({ id }) => id !== null))

/** The functions behind the dashboard and the media library, asked about what is the owner's. */
export const libraryCalls: Call[] = [
  {
    name: 'list_projects, looking for a private project of the owner',
    sql: 'select id from (select (project).id from list_projects(take => 200)) as listed where id = $1',
    parameters: (world) => [world.id('project owner private')],
    says: someProject,
    answers: { ...allButOwner('nothing', 'something'), ...seeNothing },
  },
  {
    name: 'list_projects, looking for the shared project',
    sql: 'select id from (select (project).id from list_projects(take => 200)) as listed where id = $1',
    parameters: (world) => [world.id('project shared')],
    says: someProject,
    answers: { ...everybody('something'), ...seeNothing, stranger: 'nothing' },
  },
  {
    name: 'duplicate_project of a private project of the owner',
    sql: `select duplicate_project($1, gen_random_uuid(), 'Copy')`,
    parameters: (world) => [world.id('project owner private')],
    answers: {
      ...allButOwner('PT404 not_found', 'accepted'),
      'deleted account': 'PT404 not_found',
      'token of nobody': 'PT404 not_found',
    },
  },
  {
    name: 'duplicate_project of the shared project',
    sql: `select duplicate_project($1, gen_random_uuid(), 'Copy')`,
    parameters: (world) => [world.id('project shared')],
    answers: {
      ...everybody('accepted'),
      stranger: 'PT404 not_found',
      'deleted account': 'PT404 not_found',
      'token of nobody': 'PT404 not_found',
    },
  },
  {
    name: 'list_library, looking for photos of the owner',
    sql: 'select id from list_library() where id in (select id from media_items where user_id = $1)',
    parameters: (world) => [world.id('owner')],
    says: somethingOrNothing,
    answers: { ...allButOwner('nothing', 'something'), ...seeNothing },
  },
  {
    name: 'media_uses of a photo of the owner',
    sql: 'select * from media_uses(array[$1]::uuid[])',
    parameters: (world) => [world.id('media owner private')],
    says: somethingOrNothing,
    answers: { ...allButOwner('nothing', 'something'), ...seeNothing },
  },
  {
    name: 'storage_use',
    sql: 'select * from storage_use() where files > 0',
    before: (play, world) =>
      play
        .admin('delete from media_items where user_id <> $1', [world.id('owner')])
        .then(() =>
          play
            .admin('delete from generated_videos where user_id <> $1', [world.id('owner')])
            .then(() => play.admin('delete from audio_tracks where user_id <> $1', [world.id('owner')])),
        ),
    says: somethingOrNothing,
    answers: { ...allButOwner('nothing', 'something'), ...seeNothing },
  },
]
