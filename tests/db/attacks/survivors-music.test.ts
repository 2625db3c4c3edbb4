import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { onEveryEngine, refusal, type Actor } from '../engines'
import { accept, contentHash, createProject, invite, uploadFile } from '../studio'
import { INSERT_TRACK } from './furniture'

const NO_SUCH_TRACK = 'PT409 no_such_track'

async function addTrack(person: Actor): Promise<string> {
  const id = randomUUID()
  await person.query(INSERT_TRACK, [id, await uploadFile(person, 2000, 'audio/mpeg'), contentHash(id)])
  return id
}

onEveryEngine((database) => {
  let owner: Actor
  let guest: Actor
  let editor: Actor
  let project: string

  const join = async (person: Actor, name: string, into = project) =>
    accept(person, (await invite(owner, into, `${name}@example.com`, 'editor')).id)
  const play = (person: Actor, track: string, on = project) => {
    const sql = `update video_projects set music = jsonb_build_object('kind', 'track', 'trackId', $1::text) where id = $2`
    return refusal(person.query(sql, [track, on]))
  }

  beforeEach(async () => {
    owner = await database.signUp('Owner')
    guest = await database.signUp('Guest')
    editor = await database.signUp('Editor')
    project = await createProject(owner)
    await join(editor, 'editor')
  })

  test('an editor plays a track of somebody else who came when invited', async () => {
    await join(guest, 'guest')
    expect(await play(editor, await addTrack(guest))).toBe('accepted')
  })

  test('who has tracks plays none that is not there', async () => {
    await addTrack(owner)
    expect(await play(owner, randomUUID())).toBe(NO_SUCH_TRACK)
  })

  test('who came to another project of the same owner brings no track to this one', async () => {
    await join(guest, 'guest', await createProject(owner))
    const track = await addTrack(guest)
    for (const person of [owner, editor]) expect(await play(person, track)).toBe(NO_SUCH_TRACK)
  })

  test('a stranger brings no track, whoever else came when invited', async () => {
    expect(await play(editor, await addTrack(guest))).toBe(NO_SUCH_TRACK)
  })
})
