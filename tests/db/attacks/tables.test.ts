import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import { ATTACKERS, inOneWorld, type Attacker } from './world'

/** `42501`, or what the rows are called that come back: all there are for this person, because nothing is asked for. */
type Answer = typeof NO_RIGHT | string[]
type Answers = Record<Attacker, Answer>

const nobody: Answers = {
  anonymous: NO_RIGHT,
  stranger: NO_RIGHT,
  viewer: NO_RIGHT,
  editor: NO_RIGHT,
  owner: NO_RIGHT,
}
const everybody: Answers = {
  anonymous: NO_RIGHT,
  stranger: ['stranger'],
  viewer: ['viewer'],
  editor: ['editor'],
  owner: ['owner'],
}
const anonymous = NO_RIGHT
const plans = ['plan enterprise', 'plan free', 'plan pro']

interface Table {
  /** What a row is named by. */
  key: string
  select: Answers
  update: [change: string, answers: Answers]
  delete: Answers
}

const tables: Record<string, Table> = {
  plans: {
    key: 'id',
    select: { anonymous: plans, stranger: plans, viewer: plans, editor: plans, owner: plans },
    update: ['monthly_videos = 1000000', nobody],
    delete: nobody,
  },
  users: {
    key: 'id',
    select: everybody,
    update: [`display_name = 'Everybody'`, everybody],
    delete: nobody,
  },
  subscriptions: {
    key: 'user_id',
    select: everybody,
    update: [`plan_id = 'enterprise'`, nobody],
    delete: nobody,
  },
  usage_counters: { key: 'user_id', select: everybody, update: ['videos = 0', nobody], delete: nobody },
  invoices: { key: 'user_id', select: everybody, update: [`status = 'void'`, nobody], delete: nobody },
  video_projects: {
    key: 'id',
    select: {
      anonymous,
      stranger: ['project stranger private'],
      viewer: ['project shared', 'project viewer private'],
      editor: ['project editor private', 'project shared'],
      owner: ['project owner private', 'project shared'],
    },
    update: [
      `title = 'Mine'`,
      {
        anonymous,
        stranger: ['project stranger private'],
        viewer: ['project viewer private'],
        editor: ['project editor private', 'project shared'],
        owner: ['project owner private', 'project shared'],
      },
    ],
    delete: {
      anonymous,
      stranger: ['project stranger private'],
      viewer: ['project viewer private'],
      editor: ['project editor private'],
      owner: ['project owner private', 'project shared'],
    },
  },
  project_members: {
    key: 'user_id',
    select: { anonymous, stranger: [], viewer: ['viewer'], editor: ['editor'], owner: ['editor', 'viewer'] },
    update: [
      `role = 'editor'`,
      { anonymous, stranger: [], viewer: [], editor: [], owner: ['editor', 'viewer'] },
    ],
    delete: { anonymous, stranger: [], viewer: ['viewer'], editor: ['editor'], owner: ['editor', 'viewer'] },
  },
  project_invitations: {
    key: 'id',
    select: {
      anonymous,
      stranger: ['invitation stranger guest'],
      viewer: [],
      editor: [],
      owner: ['invitation owner viewer', 'invitation shared guest'],
    },
    update: [`role = 'editor'`, nobody],
    delete: {
      anonymous,
      stranger: ['invitation stranger guest'],
      viewer: [],
      editor: [],
      owner: ['invitation owner viewer', 'invitation shared guest'],
    },
  },
  media_items: {
    key: 'id',
    select: {
      anonymous,
      stranger: ['media stranger loose', 'media stranger private'],
      viewer: ['media editor placed', 'media owner placed', 'media viewer loose', 'media viewer private'],
      editor: ['media editor loose', 'media editor placed', 'media editor private', 'media owner placed'],
      owner: ['media editor placed', 'media owner loose', 'media owner placed', 'media owner private'],
    },
    update: [
      `analysis = '{"version": 9}'`,
      {
        anonymous,
        stranger: ['media stranger loose', 'media stranger private'],
        viewer: ['media viewer loose', 'media viewer private'],
        editor: ['media editor loose', 'media editor placed', 'media editor private'],
        owner: ['media owner loose', 'media owner placed', 'media owner private'],
      },
    ],
    delete: {
      anonymous,
      stranger: ['media stranger loose', 'media stranger private'],
      viewer: ['media viewer loose', 'media viewer private'],
      editor: ['media editor loose', 'media editor placed', 'media editor private'],
      owner: ['media owner loose', 'media owner placed', 'media owner private'],
    },
  },
  audio_tracks: {
    key: 'id',
    select: {
      anonymous,
      stranger: ['track stranger track'],
      viewer: ['track owner played', 'track viewer track'],
      editor: ['track editor track', 'track owner played'],
      owner: ['track owner played', 'track owner track'],
    },
    update: [`analysis = '{}'`, nobody],
    delete: {
      anonymous,
      stranger: ['track stranger track'],
      viewer: ['track viewer track'],
      editor: ['track editor track'],
      owner: ['track owner played', 'track owner track'],
    },
  },
  photos: {
    key: 'id',
    select: {
      anonymous,
      stranger: ['photo stranger private'],
      viewer: ['photo editor placed', 'photo owner placed', 'photo viewer private'],
      editor: ['photo editor placed', 'photo editor private', 'photo owner placed'],
      owner: ['photo editor placed', 'photo owner placed', 'photo owner private'],
    },
    update: [
      `caption = 'Defaced'`,
      {
        anonymous,
        stranger: ['photo stranger private'],
        viewer: ['photo viewer private'],
        editor: ['photo editor placed', 'photo editor private', 'photo owner placed'],
        owner: ['photo editor placed', 'photo owner placed', 'photo owner private'],
      },
    ],
    delete: {
      anonymous,
      stranger: ['photo stranger private'],
      viewer: ['photo viewer private'],
      editor: ['photo editor placed', 'photo editor private', 'photo owner placed'],
      owner: ['photo editor placed', 'photo owner placed', 'photo owner private'],
    },
  },
  notifications: {
    key: 'user_id',
    select: everybody,
    update: ['read_at = now()', everybody],
    delete: everybody,
  },
  generated_videos: {
    key: 'id',
    select: {
      anonymous,
      stranger: ['film stranger private'],
      viewer: ['film editor shared', 'film owner shared', 'film viewer private'],
      editor: ['film editor private', 'film editor shared', 'film owner shared'],
      owner: ['film editor shared', 'film owner live', 'film owner private', 'film owner shared'],
    },
    update: [`status = 'completed'`, nobody],
    delete: nobody,
  },
  film_shares: {
    key: 'id',
    select: {
      anonymous,
      stranger: ['share stranger private'],
      viewer: [],
      editor: ['share owner shared'],
      owner: ['share owner private', 'share owner shared'],
    },
    update: [`expires_at = now() + interval '300 days'`, nobody],
    delete: nobody,
  },
}

const cases = Object.entries(tables).flatMap(([table, { key, update, ...answers }]) =>
  ATTACKERS.flatMap((who) => {
    const [change, changed] = update
    return [
      [who, `select from ${table}`, `select ${key} as key from ${table}`, answers.select[who]],
      [who, `update ${table}`, `update ${table} set ${change} returning ${key} as key`, changed[who]],
      [who, `delete from ${table}`, `delete from ${table} returning ${key} as key`, answers.delete[who]],
    ] as const
  }),
)

inOneWorld((world) => {
  describe('without a filter, nobody reaches a row that is not theirs', () => {
    test.each(cases)('%s: %s', async (who, _attack, sql, expected) => {
      const { answer, rows, intact } = await world().attack(who, sql)
      expect(answer === 'accepted' ? world().called(rows.map((row) => row.key)) : answer).toEqual(expected)
      expect(intact).toBe(sql.startsWith('select') || expected === NO_RIGHT || expected.length === 0)
    })
  })

  describe('no table is emptied at one blow', () => {
    const attempts = Object.keys(tables).flatMap((table) =>
      (['anonymous', 'owner'] as const).map((who) => [who, table] as const),
    )
    test.each(attempts)('%s: truncate %s', async (who, table) => {
      expect((await world().attack(who, `truncate ${table} cascade`)).answer).toBe(NO_RIGHT)
    })
  })

  test('every table there is has been attacked', async () => {
    const there = await world().database.admin(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
    )
    expect(Object.keys(tables).toSorted()).toEqual(there.map((row) => String(row.relname)).toSorted())
  })
})
