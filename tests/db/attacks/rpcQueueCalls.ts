import { allButOwner, everybody, ownFolder, seeNothing, somethingOrNothing, type Call } from './rpcCall'
import { missing, type Rehearsal, type World } from './world'

const LIVE = (world: World) => [world.id('film owner live'), world.id('token owner live')]
const livePath = (world: World) =>
  `${world.id('owner')}/${world.id('project owner private')}/${world.id('film owner live')}/1.mp4`

/** The owner's live film is announced and stored: whoever holds its lease may complete it. */
async function storeLiveFilm(play: Rehearsal, world: World) {
  const owner = world.person('owner')
  await play.as(owner, `select reserve_output($1, $2, 5000, 'video/mp4')`, LIVE(world))
  await play.as(
    owner,
    `insert into storage.objects (bucket_id, name, metadata)
     values ('videos', $1, '{"size": 4000, "contentLength": 4000, "mimetype": "video/mp4"}')`,
    [livePath(world)],
  )
}

const editorsJob = `(select id from generated_videos where cut = 'editor' and user_id = $1)`

/** The functions of the queue, called on what is the owner's or the editor's. */
export const queueCalls: Call[] = [
  {
    name: 'enqueue_generation in the shared project',
    sql: `select enqueue_generation($1, gen_random_uuid(), '{"cut": "more"}')`,
    parameters: (world) => [world.id('project shared')],
    answers: { ...allButOwner('PT403 not_allowed', 'accepted'), editor: 'accepted' },
  },
  {
    name: 'enqueue_generation in a private project of the owner',
    sql: `select enqueue_generation($1, gen_random_uuid(), '{}')`,
    parameters: (world) => [world.id('project owner private')],
    answers: allButOwner('PT403 not_allowed', 'accepted'),
  },
  {
    name: 'enqueue_generation in a missing project',
    sql: `select enqueue_generation($1, gen_random_uuid(), '{}')`,
    parameters: () => [missing()],
    answers: everybody('PT403 not_allowed'),
  },
  {
    name: 'film_plan of a film that is being made',
    sql: 'select film_plan($1) as plan',
    parameters: (world) => [world.id('film owner live')],
    says: ([row]) => (row?.plan ? 'something' : 'nothing'),
    answers: { ...allButOwner('nothing', 'something'), ...seeNothing },
  },
  {
    name: 'claim_generation of a job whose lease ran out',
    sql: `select * from claim_generation('thief', 45, $1)`,
    parameters: (world) => [world.id('film owner live')],
    before: (play) =>
      play.admin(`update generated_videos set lease_until = now() - interval '1 second'
      where status = 'processing'`),
    says: somethingOrNothing,
    answers: allButOwner('nothing', 'something'),
  },
  {
    name: 'claim_generation of a job under lease',
    sql: `select * from claim_generation('thief', 45, $1)`,
    parameters: (world) => [world.id('film owner live')],
    says: somethingOrNothing,
    answers: everybody('nothing'),
  },
  {
    name: 'heartbeat_generation with the right token',
    sql: 'select heartbeat_generation($1, $2, 50)',
    parameters: LIVE,
    answers: allButOwner('PT409 lease_lost', 'accepted'),
  },
  {
    name: 'reserve_output with the right token',
    sql: `select reserve_output($1, $2, 1000, 'video/mp4') as path`,
    parameters: LIVE,
    says: ownFolder,
    answers: allButOwner('PT409 lease_lost', 'own folder'),
  },
  {
    name: 'complete_generation with the right token',
    sql: 'select complete_generation($1, $2, $3)',
    parameters: (world) => [...LIVE(world), livePath(world)],
    before: storeLiveFilm,
    answers: allButOwner('PT409 lease_lost', 'accepted'),
  },
  {
    name: 'complete_generation of a film that is complete',
    sql: 'select complete_generation($1, $2, $3)',
    parameters: (world) => [
      world.id('film owner shared'),
      world.id('token owner shared'),
      world.id('file owner shared film'),
    ],
    answers: allButOwner('PT409 lease_lost', 'accepted'),
  },
  {
    name: 'fail_generation with the right token',
    sql: `select fail_generation($1, $2, 'sabotage', 'Sabotage', false)`,
    parameters: LIVE,
    answers: allButOwner('PT409 lease_lost', 'accepted'),
  },
  {
    name: 'release_generation with the right token',
    sql: 'select release_generation($1, $2)',
    parameters: LIVE,
    answers: allButOwner('PT409 lease_lost', 'accepted'),
  },
  {
    name: 'release_generation of a tab that died, with the right token',
    sql: 'select release_generation($1, $2, true)',
    parameters: LIVE,
    answers: allButOwner('PT409 lease_lost', 'accepted'),
  },
  {
    name: 'cancel_generation of the owner’s job',
    sql: 'select cancel_generation($1)',
    parameters: (world) => [world.id('film owner live')],
    answers: allButOwner('PT404 not_found', 'accepted'),
  },
  {
    name: 'cancel_generation of the editor’s job',
    sql: `select cancel_generation(${editorsJob})`,
    parameters: (world) => [world.id('editor')],
    before: (play, world) =>
      play.as(
        world.person('editor'),
        `select enqueue_generation($1, gen_random_uuid(), '{"cut": "editor"}')`,
        [world.id('project shared')],
      ),
    // Demoting ended it: ending it once more changes nothing.
    answers: {
      ...allButOwner('PT404 not_found', 'accepted'),
      editor: 'accepted',
      'demoted editor': 'accepted',
    },
  },
  {
    name: 'retry_generation of the owner’s failed job',
    sql: 'select retry_generation($1)',
    parameters: (world) => [world.id('film owner live')],
    before: (play, world) =>
      play.as(world.person('owner'), `select fail_generation($1, $2, 'x', 'x', false)`, LIVE(world)),
    answers: allButOwner('PT404 not_found', 'accepted'),
  },
  {
    name: 'retry_generation of the editor’s cancelled job',
    sql: `select retry_generation(${editorsJob})`,
    parameters: (world) => [world.id('editor')],
    before: async (play, world) => {
      const editor = world.person('editor')
      await play.as(editor, `select enqueue_generation($1, gen_random_uuid(), '{"cut": "editor"}')`, [
        world.id('project shared'),
      ])
      await play.as(editor, `select cancel_generation(${editorsJob})`, [editor.id])
    },
    answers: {
      ...allButOwner('PT404 not_found', 'accepted'),
      editor: 'accepted',
      'demoted editor': 'PT403 not_allowed',
    },
  },
  {
    name: 'delete_generation of the owner’s film',
    sql: 'select delete_generation($1)',
    parameters: (world) => [world.id('film owner shared')],
    answers: allButOwner('PT404 not_found', 'accepted'),
  },
  {
    name: 'delete_generation of the editor’s film',
    sql: 'select delete_generation($1)',
    parameters: (world) => [world.id('film editor shared')],
    answers: {
      ...allButOwner('PT404 not_found', 'accepted'),
      editor: 'accepted',
      'demoted editor': 'accepted',
    },
  },
]
