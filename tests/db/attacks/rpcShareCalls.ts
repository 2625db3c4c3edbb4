import { NO_RIGHT } from '../engines'
import { allButOwner, everybody, type Call } from './rpcCall'
import { missing } from './world'

/** The order of films and the links to them, called on what is the owner's or the editor's. */
export const shareCalls: Call[] = [
  {
    name: 'move_generation of the owner’s film that is made',
    sql: 'select move_generation($1)',
    parameters: (world) => [world.id('film owner live')],
    answers: allButOwner('PT404 not_found', 'PT409 not_waiting'),
  },
  {
    name: 'move_generation of a missing film',
    sql: 'select move_generation($1)',
    parameters: () => [missing()],
    answers: everybody('PT404 not_found'),
  },
  {
    name: 'move_generation of the owner’s film that waits',
    sql: `select move_generation((select id from generated_videos where user_id = $1 and status = 'queued'))`,
    parameters: (world) => [world.id('owner')],
    before: (play, world) =>
      play.as(world.person('owner'), `select enqueue_generation($1, gen_random_uuid(), '{"cut": "waits"}')`, [
        world.id('project shared'),
      ]),
    answers: allButOwner('PT404 not_found', 'accepted'),
  },
  {
    name: 'create_film_share of a film in the shared project',
    sql: 'select create_film_share($1, 7)',
    parameters: (world) => [world.id('film owner shared')],
    answers: {
      stranger: 'PT404 not_found',
      viewer: 'PT403 not_allowed',
      'demoted editor': 'PT403 not_allowed',
      editor: 'accepted',
      owner: 'accepted',
    },
  },
  {
    name: 'create_film_share of a private film of the owner',
    sql: 'select create_film_share($1, 7)',
    parameters: (world) => [world.id('film owner private')],
    answers: allButOwner('PT404 not_found', 'accepted'),
  },
  {
    name: 'create_film_share of a missing film',
    sql: 'select create_film_share($1, 7)',
    parameters: () => [missing()],
    answers: everybody('PT404 not_found'),
  },
  {
    name: 'revoke_film_share of the owner’s link in the shared project',
    // Whoever cannot read the links has learned the id elsewhere.
    sql: 'select revoke_film_share($1)',
    parameters: (world) => [world.id('share owner shared')],
    answers: {
      stranger: 'PT404 not_found',
      viewer: 'PT404 not_found',
      'demoted editor': 'PT404 not_found',
      editor: 'accepted',
      owner: 'accepted',
    },
  },
  {
    name: 'open_film_share which is the service role’s alone',
    sql: `select * from open_film_share('whatever')`,
    answers: { ...everybody(NO_RIGHT), 'deleted account': NO_RIGHT, 'token of nobody': NO_RIGHT },
  },
]
