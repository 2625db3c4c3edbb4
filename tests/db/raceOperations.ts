import { randomUUID } from 'node:crypto'
import type { Session } from './raceSessions'
import { store, uploadPhoto } from './raceStage'

/** What a worker remembers of a job it claimed, perhaps for too long. */
interface Claimed {
  job: string
  token: string
  path: string
}

/** Somebody with several devices. Deleting the account and coming back makes another person of them. */
export interface Someone {
  name: string
  id: string
  claims: Claimed[]
}

export interface Turn {
  session: Session
  me: Someone
  others: Someone[]
  admin: Session
  /** A number from 0 (included) to 1. */
  random: () => number
  /** Comes back under the same name after the account is gone. */
  rejoin: () => Promise<void>
}

const pick = <T>({ random }: Turn, among: readonly T[]): T | undefined =>
  among[Math.floor(random() * among.length)]
const chance = ({ random }: Turn, of: number) => random() < of
/** One of the rows that the caller sees, by chance; null when there is none. */
const some = (table: string, where = 'true') =>
  `(select id from ${table} where ${where} order by random() limit 1)`
const MINE = 'user_id = (select auth.uid())'

type Operation = (turn: Turn) => Promise<unknown>
const say =
  (sql: string): Operation =>
  ({ session }) =>
    session.query(sql)

async function upload({ session, me, ...turn }: Turn) {
  const whole = { session, me, ...turn }
  if (chance(whole, 0.6))
    return uploadPhoto(session, 500 + Math.floor(turn.random() * 1000), chance(whole, 0.5) ? 100 : 0)
  // It is announced, and perhaps stored, and then the tab goes.
  const { path } = await session.row(`select reserve_upload('media', 800, 'image/jpeg') as path`)
  if (chance(whole, 0.5)) await store(session, 'media', String(path), 700, 'image/jpeg')
  return null
}

async function claim({ session, me }: Turn) {
  const [row] = await session.query(`select (job).id, token, upload_path from claim_generation('device')`)
  if (!row) return
  me.claims.push({ job: String(row.id), token: String(row.token), path: String(row.upload_path) })
  if (me.claims.length > 6) me.claims.shift()
}

/** A worker's call with one of the tokens somebody has, which may be stale. */
const withClaim =
  (work: (session: Session, claimed: Claimed, turn: Turn) => Promise<unknown>): Operation =>
  async (turn) => {
    const claimed = pick(turn, turn.me.claims)
    if (claimed) await work(turn.session, claimed, turn)
  }

async function finish(session: Session, { job, token, path }: Claimed, turn: Turn) {
  const file = async (mime: string, announced: number, bytes: number) => {
    const sql = 'select reserve_output($1, $2, $3, $4) as path'
    const { path: reserved } = await session.row(sql, [job, token, announced, mime])
    await store(session, 'videos', String(reserved), bytes, mime)
    return reserved
  }
  const poster = chance(turn, 0.5) ? await file('image/jpeg', 200, 100) : null
  await file('video/mp4', 2000, 1500)
  const sql = 'select complete_generation($1, $2, $3, $4, 1920, 1080, 60)'
  await session.query(sql, [job, token, path, poster])
}

const enqueue: Operation = async (turn) => {
  const key = randomUUID()
  const sql = `select enqueue_generation(${some('video_projects')}, $1, $2)`
  const wishes = JSON.stringify({ cut: pick(turn, ['main', 'short']) })
  await turn.session.query(sql, [key, wishes])
  if (chance(turn, 0.3)) await turn.session.query(sql, [key, wishes])
}

const addMember: Operation = (turn) =>
  turn.session.query(
    `insert into project_members (project_id, user_id, role)
     select id, $1, $2 from video_projects where ${MINE} order by random() limit 1`,
    [pick(turn, turn.others)?.id, pick(turn, ['viewer', 'editor'])],
  )

const inviteMember: Operation = (turn) =>
  turn.session.query(`select invite_member(${some('video_projects', MINE)}, $1, $2)`, [
    `${pick(turn, turn.others)?.name ?? ''}@example.com`,
    pick(turn, ['viewer', 'editor']),
  ])

const leave: Operation = async (turn) => {
  const { session, me, rejoin } = turn
  await session.query(`delete from storage.objects where split_part(name, '/', 1) = $1`, [me.id])
  await session.query('select delete_my_account($1)', [chance(turn, 0.5)])
  await rejoin()
}

/** As if devices had been silent, and pauses were over. */
const timePasses: Operation = async ({ admin }) => {
  await admin.query(`update generated_videos set lease_until = now() - interval '1 second'
    where id = ${some('generated_videos', `status = 'processing'`)}`)
  await admin.query(`update generated_videos set run_after = now()
    where id = ${some('generated_videos', `status = 'queued' and run_after > now()`)}`)
}

/**
 * How row-level security and the constraints refuse what goes to a table directly. Functions refuse in words of their own
 * alone, whatever somebody else has added or removed a moment before.
 */
const NOT_ALLOWED = '42501'
const GONE = '23503'
const TAKEN = '23505'

/**
 * Whatever people and their devices do, how often, and how PostgreSQL itself may refuse it. Without a filter, too: nothing
 * in the API forbids it.
 */
export const operations: [weight: number, name: string, operation: Operation, refusals?: string[]][] = [
  [
    4,
    'new project',
    say(`insert into video_projects (title) select 'Film' where (
    select count(*) < 5 from video_projects where ${MINE})`),
  ],
  [
    5,
    'edit a project',
    say(`update video_projects set title = 'Film ' || rev where id = ${some('video_projects')}`),
  ],
  [1, 'edit all projects', say(`update video_projects set description = 'All of them'`)],
  [1, 'delete a project', say(`delete from video_projects where id = ${some('video_projects', MINE)}`)],
  [1, 'delete some projects', say(`delete from video_projects where ${MINE} and random() < 0.3`)],
  [10, 'upload', upload, [NOT_ALLOWED]],
  [
    1,
    'delete a photo of the library',
    say(`delete from media_items where id = ${some('media_items', MINE)}`),
  ],
  [1, 'delete photos of the library', say(`delete from media_items where ${MINE} and random() < 0.3`)],
  [
    3,
    'clear leftovers',
    say(`delete from storage.objects
    where (bucket_id, name) in (select bucket, path from leftover_files())`),
  ],
  [1, 'lose a file', say(`delete from storage.objects where id = ${some('storage.objects')}`)],
  [
    10,
    'place a photo',
    say(`insert into photos (project_id, media_item_id, position)
    values (${some('video_projects')}, ${some('media_items', MINE)}, 'a' || floor(random() * 100))`),
    [NOT_ALLOWED, GONE],
  ],
  [
    1,
    'place photos everywhere',
    say(`insert into photos (project_id, media_item_id, position)
    select project.id, item.id, 'b0' from video_projects as project, media_items as item
    where item.${MINE} and random() < 0.2 order by random() limit 5`),
    [NOT_ALLOWED, GONE],
  ],
  [5, 'caption a photo', say(`update photos set caption = 'Lake' where id = ${some('photos')}`)],
  [1, 'caption all photos', say(`update photos set caption = 'All of them'`)],
  [2, 'take a photo out', say(`delete from photos where id = ${some('photos')}`)],
  [1, 'take photos out', say(`delete from photos where random() < 0.2`)],
  [10, 'enqueue', enqueue],
  [
    4,
    'retry',
    say(`select retry_generation(${some('generated_videos', `status in ('failed', 'cancelled')`)})`),
  ],
  [
    4,
    'cancel',
    say(`select cancel_generation(${some('generated_videos', `status in ('queued', 'processing')`)})`),
  ],
  [3, 'delete a film', say(`select delete_generation(${some('generated_videos')})`)],
  [12, 'claim', claim],
  [
    8,
    'heartbeat',
    withClaim((session, { job, token }) =>
      session.query('select heartbeat_generation($1, $2, 40)', [job, token]),
    ),
  ],
  [8, 'finish', withClaim(finish), [NOT_ALLOWED, TAKEN]],
  [
    3,
    'fail',
    withClaim((session, { job, token }) =>
      session.query(`select fail_generation($1, $2, 'x', 'x', random() < 0.5)`, [job, token]),
    ),
  ],
  [
    3,
    'release',
    withClaim((session, { job, token }) =>
      session.query('select release_generation($1, $2, random() < 0.3)', [job, token]),
    ),
  ],
  [5, 'time passes', timePasses],
  [4, 'add a member', addMember, [NOT_ALLOWED, GONE, TAKEN]],
  [
    2,
    'change a role',
    say(`update project_members set role = case role when 'viewer' then 'editor' else 'viewer' end
    where (project_id, user_id) = (select project_id, user_id from project_members order by random() limit 1)`),
  ],
  [
    1,
    'change all roles',
    say(`update project_members set role = case when random() < 0.5 then 'viewer' else 'editor' end`),
  ],
  [
    1,
    'remove a member',
    say(`delete from project_members
    where (project_id, user_id) = (select project_id, user_id from project_members order by random() limit 1)`),
  ],
  [1, 'remove everybody', say(`delete from project_members where random() < 0.3`)],
  [3, 'invite', inviteMember],
  [3, 'accept', say(`select accept_invitation((select id from my_invitations() order by random() limit 1))`)],
  [
    1,
    'decline',
    say(`select decline_invitation((select id from my_invitations() order by random() limit 1))`),
  ],
  [1, 'withdraw invitations', say(`delete from project_invitations`)],
  [2, 'read all notifications', say(`update notifications set read_at = now()`)],
  [1, 'dismiss notifications', say(`delete from notifications`)],
  [1, 'export', say(`select export_my_account()`)],
  [1, 'look', say(`select * from video_projects, project_people(video_projects.id)`)],
  [0.3, 'begin to leave', say('select close_my_account()')],
  [2, 'stay after all', say('select keep_my_account()')],
  [0.3, 'leave for good', leave],
]
