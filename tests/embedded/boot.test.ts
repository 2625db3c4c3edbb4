import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { keepMail } from '../../supabase/embedded/node/keepMail'
import { fingerprint, readMigrations } from '../../supabase/embedded/node/projectMigrations'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'

let root: string
let migrationsDirectory: string
let snapshotDirectory: string
const notices: string[] = []
let server: StartedServer | null = null

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'photomemory-boot-'))
  ;[migrationsDirectory, snapshotDirectory] = [path.join(root, 'migrations'), path.join(root, 'snapshots')]
  await mkdir(migrationsDirectory)
  await migration('20260101000000_notes', 'create table public.notes (id serial primary key, text text);')
})
afterEach(async () => {
  await server?.close()
  server = null
})
afterAll(() => rm(root, { recursive: true, force: true }))

const migration = (name: string, sql: string) => writeFile(path.join(migrationsDirectory, `${name}.sql`), sql)

async function boot(directory?: string): Promise<StartedServer> {
  const where =
    directory === undefined ? { memory: true as const } : { dataDirectory: path.join(root, directory) }
  const onNotice = ({ text }: { text: string }) => notices.push(text)
  server = await startEmbedded({ ...where, migrationsDirectory, snapshotDirectory, onNotice })
  return server
}

describe('a fresh boot', () => {
  it('makes a damaged snapshot again', async () => {
    const name = `${fingerprint(await readMigrations(migrationsDirectory))}.tar.gz`
    await mkdir(snapshotDirectory)
    await writeFile(path.join(snapshotDirectory, name), gzipSync('x'.repeat(5000)).subarray(0, 20))
    expect((await boot()).start).toBe('snapshot made')
    expect(notices).toEqual([expect.stringContaining('damaged')])
    expect(await readdir(snapshotDirectory)).toEqual([name])
  })

  it('starts from the snapshot, also after a first boot that was killed half-way', async () => {
    const postgres = path.join(root, 'data', 'postgres')
    await mkdir(postgres, { recursive: true })
    await writeFile(path.join(postgres, 'PG_VERSION'), '17')
    expect((await boot('data')).start).toBe('snapshot found')
    await server?.sql(`insert into notes (text) values ('kept')`)
  })
})

describe('existing data', () => {
  it('get new migrations, and keep what they hold', async () => {
    await migration(
      '20260103000000_stars',
      'alter table public.notes add column stars int not null default 0;',
    )
    expect((await boot('data')).start).toBe('existing data')
    expect(await server?.sql('select text, stars from notes')).toEqual([{ text: 'kept', stars: 0 }])
  })

  it('stay as they are when a new migration fails, and the message names file and line', async () => {
    await migration('20260104000000_broken', 'drop table public.notes;\n\nselect nonsense from nowhere;')
    await expect(boot('data')).rejects.toThrow(
      /20260104000000_broken failed: relation "nowhere" .+ \(near line 3\)/,
    )
    await rm(path.join(migrationsDirectory, '20260104000000_broken.sql'))
    await boot('data')
    expect(await server?.sql('select text from notes')).toEqual([{ text: 'kept' }])
  })

  it('are moved aside, whole and loudly, when an applied migration was rewritten or removed', async () => {
    await rm(path.join(migrationsDirectory, '20260103000000_stars.sql'))
    expect((await boot('data')).start).toBe('snapshot found')
    expect(await server?.sql('select * from notes')).toEqual([])
    const moved = (await readdir(path.join(root, 'data'))).find((name) => /^data-.+-old$/.test(name)) ?? ''
    expect(notices.at(-1)).toContain('20260103000000_stars')
    expect(notices.at(-1)).toContain(path.join(root, 'data', moved))
    expect(existsSync(path.join(root, 'data', moved, 'postgres', 'PG_VERSION'))).toBe(true)
  })
})

describe('what a data directory holds', () => {
  const modeOf = async (name: string) => (await stat(path.join(root, name))).mode & 0o777

  it('is its owner’s alone to read: keys, mails with links that open accounts, and the rest', async () => {
    await boot('private')
    const mail = { to: 'ann@example.test', subject: 'Your link', text: 'Open it', link: null }
    keepMail(path.join(root, 'private'), mail)
    keepMail(path.join(root, 'unmade', 'mails'), mail)
    await vi.waitUntil(() => existsSync(path.join(root, 'unmade', 'mails', 'mail.jsonl')))
    await vi.waitUntil(() => existsSync(path.join(root, 'private', 'mail.jsonl')))
    for (const directory of ['private', 'unmade/mails']) expect(await modeOf(directory)).toBe(0o700)
    for (const file of ['private/keys.json', 'private/mail.jsonl', 'unmade/mails/mail.jsonl'])
      expect(await modeOf(file)).toBe(0o600)
  })
})
