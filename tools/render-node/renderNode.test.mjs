// @vitest-environment node
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOptions } from './options.mjs'
import { readSessions, writeSessions } from './sessionFile.mjs'

const env = { RENDER_NODE_EMAIL: 'ada@example.com', RENDER_NODE_PASSWORD: 'secret' }
const url = ['--url', 'https://films.example/queue']

describe('the options of a render node', () => {
  test('one node, named Node, until it is stopped', () => {
    expect(readOptions(url, env)).toEqual({
      help: false,
      origin: 'https://films.example',
      account: { email: 'ada@example.com', password: 'secret' },
      sessionFile: null,
      names: ['Node'],
      stopWhenEmpty: false,
    })
  })
  test('several are told apart by numbers', () => {
    expect(readOptions([...url, '--count', '3', '--name', 'Attic'], env).names).toEqual([
      'Attic 1',
      'Attic 2',
      'Attic 3',
    ])
  })
  test('with the file of an earlier session no password is needed', () => {
    expect(readOptions([...url, '--session', 'x.json'], {})).toMatchObject({
      account: null,
      sessionFile: 'x.json',
    })
  })
  test.each([
    [[], env, '--url'],
    [['--url', 'films'], env, 'films'],
    [['--url', 'file:///etc/passwd'], env, 'file:'],
    [[...url, '--count', '0'], env, '--count'],
    [[...url, '--count', '17'], env, '--count'],
    [[...url, '--count', 'many'], env, '--count'],
    [[...url, '--password', 'x'], env, 'password'],
    [url, {}, 'RENDER_NODE_PASSWORD'],
    [url, { RENDER_NODE_EMAIL: 'ada@example.com' }, 'RENDER_NODE_PASSWORD'],
  ])('%o is refused with a word about %3$s', (args, environment, word) => {
    expect(() => readOptions(args, environment)).toThrow(word)
  })
})

describe('the file of sessions', () => {
  let folder
  let file
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'photomemory-test-'))
    file = path.join(folder, 'deep', 'sessions.json')
  })
  afterAll(() => rm(folder, { recursive: true }))
  const sessions = [{ name: 'sb-films-auth-token', value: '{"access_token":"a"}' }]

  test('is for its owner alone, also when it was there before with other rights', async () => {
    expect(await readSessions(file, 'https://films.example')).toEqual([])
    await writeSessions(file, 'https://films.example', sessions)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await writeFile(`${file}.part`, 'left by a crash')
    await chmod(`${file}.part`, 0o644)
    await writeSessions(file, 'https://films.example', sessions)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readSessions(file, 'https://films.example')).toEqual(sessions)
  })
  test('is used for no other app', async () => {
    expect(await readSessions(file, 'https://other.example')).toEqual([])
  })
  test('that others can read is not used', async () => {
    await chmod(file, 0o644)
    await expect(readSessions(file, 'https://films.example')).rejects.toThrow('chmod 600')
    await chmod(file, 0o600)
  })
  test('that is none says so', async () => {
    await writeFile(file, 'no json', { mode: 0o600 })
    await expect(readSessions(file, 'https://films.example')).rejects.toThrow('delete it')
    expect(await readFile(file, 'utf8')).toBe('no json')
  })
})
