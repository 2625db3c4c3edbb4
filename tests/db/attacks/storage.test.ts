import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import { ATTACKERS, inOneWorld, type Attacker, type World } from './world'

const PUT = 'insert into storage.objects (bucket_id, name, metadata) values ($1, $2, $3)'
const FITS = { mimetype: 'image/jpeg', size: 1000, contentLength: 1000 }
const put = (bucket: string, name: string, metadata: unknown = FITS) => [
  PUT,
  [bucket, name, metadata === null ? null : JSON.stringify(metadata)],
]

/** What a person finds in storage when they ask for everything. */
const visible: Record<Attacker, string[]> = {
  anonymous: [],
  stranger: [...ownFiles('stranger')],
  viewer: [
    ...ownFiles('viewer'),
    'file owner face',
    'file owner placed',
    'file editor placed',
    'file owner played',
    'file owner shared film',
    'file editor shared film',
  ],
  editor: [
    ...ownFiles('editor'),
    'file editor placed',
    'file editor shared film',
    'file owner face',
    'file owner placed',
    'file owner played',
    'file owner shared film',
  ],
  owner: [
    ...ownFiles('owner'),
    'file owner placed',
    'file owner played',
    'file owner shared film',
    'file editor placed',
    'file editor shared film',
  ],
}
function ownFiles(who: string): string[] {
  return ['private', 'loose', 'track', 'private film', 'spare', 'spare song', 'face'].map(
    (what) => `file ${who} ${what}`,
  )
}
const inFolderOf = (who: Attacker) => visible[who].filter((name) => name.startsWith(`file ${who} `))

type Attempt = (world: World, who: Attacker) => (string | unknown[])[]
const own = (world: World, who: Attacker) => world.id(who === 'anonymous' ? 'stranger' : who)

/** Every one of these is refused to everybody, the owner of the victim's files included unless `owner` says otherwise. */
const refusedToAll: [what: string, attempt: Attempt, owner?: string][] = [
  ['stores what nobody announced', (w, who) => put('media', `${own(w, who)}/${randomUUID()}.jpg`)],
  ['stores what the owner announced', (w) => put('media', w.id('file owner announced')), 'accepted'],
  ['stores outside of any folder', () => put('media', `${randomUUID()}.jpg`)],
  ['stores in the root by an empty folder', () => put('media', `/${randomUUID()}.jpg`)],
  [
    'stores without a name',
    () => [`insert into storage.objects (bucket_id, metadata) values ('media', $1)`, [JSON.stringify(FITS)]],
  ],
  ['stores in the folder of the owner', (w) => put('media', `${w.id('owner')}/${randomUUID()}.jpg`)],
  [
    'climbs from their folder into the owner’s',
    (w, who) => put('media', `${own(w, who)}/../${w.id('file owner announced')}`),
  ],
  ['stores in a folder that begins like the owner’s', (w) => put('media', `${w.id('owner')}x/a.jpg`)],
  ['writes the owner’s id in capitals', (w) => put('media', w.id('file owner announced').toUpperCase())],
  ['stores below what the owner announced', (w) => put('media', `${w.id('file owner announced')}/a.jpg`)],
  ['stores a photo among the films', (w) => put('videos', w.id('file owner announced'))],
  ['stores in a bucket that is not there', (w) => put('avatars', w.id('file owner announced'))],
  [
    'stores more than the owner announced',
    (w) => put('media', w.id('file owner announced'), { ...FITS, size: 1001 }),
  ],
  [
    'stores more than the owner announced, saying less',
    (w) => put('media', w.id('file owner announced'), { ...FITS, contentLength: 1_000_000 }),
  ],
  [
    'stores another type than the owner announced',
    (w) => put('media', w.id('file owner announced'), { ...FITS, mimetype: 'image/svg+xml' }),
  ],
  [
    'stores without saying the type',
    (w) => put('media', w.id('file owner announced'), { size: 10, contentLength: 10 }),
  ],
  [
    'stores without saying the length',
    (w) => put('media', w.id('file owner announced'), { mimetype: 'image/jpeg' }),
  ],
  ['stores a type of null', (w) => put('media', w.id('file owner announced'), { ...FITS, mimetype: null })],
  [
    'stores nothing',
    (w) => put('media', w.id('file owner announced'), { ...FITS, size: 0, contentLength: 0 }),
  ],
  [
    'stores less than nothing',
    (w) => put('media', w.id('file owner announced'), { ...FITS, size: -1000, contentLength: -1000 }),
  ],
  [
    'stores a length that is no number',
    (w) => put('media', w.id('file owner announced'), { ...FITS, size: '1e3', contentLength: '0x10' }),
  ],
  [
    'stores a length beyond every number',
    (w) => put('media', w.id('file owner announced'), { ...FITS, size: '9'.repeat(30) }),
  ],
  ['stores over the owner’s photo', (w) => put('media', w.id('file owner placed'))],
  [
    'stores over the owner’s photo with an upsert',
    (w) => [
      `${PUT} on conflict (bucket_id, name) do update set metadata = excluded.metadata`,
      ['media', w.id('file owner placed'), JSON.stringify(FITS)],
    ],
  ],
  [
    'stores over what the owner has stored but not registered, with an upsert',
    (w) => [
      `${PUT} on conflict (bucket_id, name) do update set metadata = excluded.metadata`,
      ['media', w.id('file owner spare'), JSON.stringify(FITS)],
    ],
  ],
  [
    'copies the owner’s photo into their own folder',
    (w, who) => [
      `insert into storage.objects (bucket_id, name, metadata) select bucket_id, $1 || '/copy.jpg', metadata
       from storage.objects where name = $2 union all select 'media', $1 || '/copy.jpg', '{}'`,
      [own(w, who), w.id('file owner placed')],
    ],
  ],
  [
    'stores in the film of the owner that is being made',
    (w) =>
      put('videos', `${w.id('owner')}/${w.id('project owner private')}/${w.id('film owner live')}/1.mp4`),
  ],
  ['opens a bucket', () => [`insert into storage.buckets (id, name, public) values ('mine', 'mine', true)`]],
]

/** Accepted, because nothing is found to do it to. */
const withoutEffect: [what: string, sql: string][] = [
  ['renames every file', `update storage.objects set name = name || '.bak' returning id`],
  [
    'moves every file to another folder',
    `update storage.objects set name = gen_random_uuid() || '/a.jpg' returning id`,
  ],
  ['moves every file to the other bucket', `update storage.objects set bucket_id = 'videos' returning id`],
  ['makes every file larger', `update storage.objects set metadata = '{"size": 9}' returning id`],
  [
    'makes themselves the owner of every file',
    `update storage.objects set owner_id = auth.uid()::text returning id`,
  ],
  ['reads the buckets', 'select * from storage.buckets'],
  ['opens the buckets to the world', `update storage.buckets set public = true returning id`],
  ['lifts the limits of the buckets', `update storage.buckets set allowed_mime_types = null returning id`],
  ['removes the buckets', `delete from storage.buckets returning id`],
]

inOneWorld((world) => {
  const named = (rows: Record<string, unknown>[]) => world().called(rows.map((row) => row.name))

  describe('without a filter', () => {
    test.each(ATTACKERS)('%s: lists their files and those that are shared with them', async (who) => {
      const { answer, rows } = await world().attack(who, 'select name from storage.objects')
      expect([answer, named(rows)]).toEqual(['accepted', visible[who].toSorted()])
    })

    test.each(ATTACKERS)('%s: deletes what is in their own folder', async (who) => {
      const { answer, rows, intact } = await world().attack(who, 'delete from storage.objects returning name')
      expect([answer, named(rows)]).toEqual(['accepted', inFolderOf(who).toSorted()])
      expect(intact).toBe(who === 'anonymous')
    })

    test.each(withoutEffect.flatMap(([what, sql]) => ATTACKERS.map((who) => [who, what, sql] as const)))(
      '%s: %s, in vain',
      async (who, _what, sql) => {
        expect(await world().attack(who, sql)).toMatchObject({ answer: 'accepted', rows: [], intact: true })
      },
    )
  })

  describe('nobody stores what they did not announce', () => {
    const cases = refusedToAll.flatMap(([what, attempt, owner]) =>
      ATTACKERS.map((who) => [who, what, attempt, (who === 'owner' && owner) || NO_RIGHT] as const),
    )
    test.each(cases)('%s: %s', async (who, _what, attempt, expected) => {
      const [sql, parameters] = attempt(world(), who)
      const { answer, intact } = await world().attack(
        who,
        String(sql),
        Array.isArray(parameters) ? parameters : [],
      )
      expect(answer).toBe(expected)
      expect(intact).toBe(expected === NO_RIGHT)
    })
  })

  describe('by name', () => {
    const hidden = [
      'file owner private',
      'file owner loose',
      'file owner spare',
      'file owner private film',
    ] as const
    const cases = hidden.flatMap((file) =>
      (['anonymous', 'stranger', 'viewer', 'editor'] as const).map((who) => [who, file] as const),
    )
    test.each(cases)('%s: does not find %s', async (who, file) => {
      const { rows } = await world().attack(who, 'select * from storage.objects where name = $1', [
        world().id(file),
      ])
      expect(rows).toEqual([])
    })

    test.each(['viewer', 'editor'] as const)('%s: does not see the face of who never joined', async (who) => {
      // Viewer and editor were added without being asked.
      const other = who === 'viewer' ? 'editor' : 'viewer'
      const sql = 'select from storage.objects where name = $1'
      expect((await world().attack(who, sql, [world().id(`file ${other} face`)])).rows).toEqual([])
      expect((await world().attack('owner', sql, [world().id(`file ${other} face`)])).rows).toEqual([])
    })
  })
})
