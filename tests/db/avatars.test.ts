import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import { addToLibrary, hostedFinish, reserveUpload, uploadFile } from './studio'

onEveryEngine((database) => {
  let ada: Actor
  let eve: Actor
  beforeEach(async () => {
    ada = await database.signUp('Ada')
    eve = await database.signUp('Eve')
  })
  const show = (person: Actor, path: string) =>
    refusal(person.query('update users set avatar_path = $1', [path]))
  const shown = async (person: Actor) => (await person.row('select avatar_path from users')).avatar_path

  test('owner: a small picture that was stored becomes the face, is replaced and taken off', async () => {
    const first = await uploadFile(ada)
    const second = await uploadFile(ada, 1_048_576, 'image/webp')
    expect(await show(ada, first)).toBe('accepted')
    expect(await show(ada, second)).toBe('accepted')
    expect(await shown(ada)).toBe(second)
    await ada.query('update users set avatar_path = null')
    expect(await shown(ada)).toBeNull()
  })

  test('saying the same once more asks nothing: a face whose file is gone does not stop a new name', async () => {
    const face = await uploadFile(ada)
    await show(ada, face)
    await ada.query('delete from storage.objects where name = $1', [face])
    expect(await show(ada, face)).toBe('accepted')
    expect(await refusal(ada.query(`update users set display_name = 'A'`))).toBe('accepted')
  })

  describe('owner: refused as a face', () => {
    test.each<[string, (person: Actor) => Promise<string>, string]>([
      ['a file that is only announced', (person) => reserveUpload(person), 'PT409 no_such_upload'],
      [
        'a photo of the library, which others would see and which may be deleted',
        async (person) => (await addToLibrary(person)).path,
        'PT409 no_such_upload',
      ],
      ['a picture of more than a megabyte', (person) => uploadFile(person, 1_048_577), 'PT413 bad_size'],
      [
        'a file that hosted storage made something else of',
        async (person) => {
          const path = await reserveUpload(person)
          await hostedFinish(database, path, 1000, { mime: 'audio/mpeg' })
          return path
        },
        'PT415 unsupported_type',
      ],
    ])('%s', async (_what, make, answer) => {
      expect(await show(ada, await make(ada))).toBe(answer)
      expect(await shown(ada)).toBeNull()
    })
  })

  test('stranger: a foreign picture is refused alike, whether it is there or not', async () => {
    const there = await uploadFile(ada)
    const announced = await reserveUpload(ada)
    expect(await show(eve, there)).toBe(NO_RIGHT)
    expect(await show(eve, announced)).toBe(NO_RIGHT)
    expect(await eve.query('select name from storage.objects')).toEqual([])
  })

  test('a face counts against the storage, is no leftover, and is one once it was replaced', async () => {
    const face = await uploadFile(ada, 5000)
    await show(ada, face)
    await database.admin(`update private.uploads set expires_at = now() - interval '1 day'`)
    const held = `select private.held_bytes($1, '', '') as bytes`
    expect(await database.admin(held, [ada.id])).toEqual([{ bytes: 5000 }])
    expect(await ada.query('select * from leftover_files()')).toEqual([])
    await ada.query('update users set avatar_path = null')
    expect(await ada.query('select path from leftover_files()')).toEqual([{ path: face }])
  })
})
