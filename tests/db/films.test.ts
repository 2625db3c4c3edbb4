import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { onEveryEngine, refusal, type Actor } from './engines'
import {
  claim,
  complete,
  expireLease,
  filmsThisMonth,
  finishFilm,
  reserveOutput,
  startFilm,
  storageUsed,
  storeObject,
} from './studio'

onEveryEngine((database) => {
  let ada: Actor
  let eve: Actor
  beforeEach(async () => {
    ada = await database.signUp('Ada')
    eve = await database.signUp('Eve')
  })

  describe('reserve_output', () => {
    test('names the film and its thumbnail after the attempt', async () => {
      const held = await startFilm(ada)
      const folder = `${ada.id}/${held.project}/${held.id}`
      expect(await reserveOutput(ada, held, 10, 'video/mp4')).toBe(`${folder}/1.mp4`)
      expect(await reserveOutput(ada, held, 10, 'video/webm')).toBe(`${folder}/1.webm`)
      expect(await reserveOutput(ada, held, 10, 'image/jpeg')).toBe(`${folder}/1.jpg`)
    })

    test.each([
      [10, 'text/html', 'PT415 unsupported_type'],
      [0, 'video/mp4', 'PT413 bad_size'],
      [2 ** 31 + 1, 'video/mp4', 'PT413 bad_size'],
      [11 * 1024 ** 2, 'image/jpeg', 'PT413 bad_size'],
      [2 ** 31, 'video/mp4', 'PT402 storage_quota'],
    ])('%i bytes of %s: %s', async (bytes, mime, answer) => {
      expect(await refusal(reserveOutput(ada, await startFilm(ada), bytes, mime))).toBe(answer)
    })
  })

  describe('complete_generation', () => {
    test('turns the job into a film with what storage says about the files', async () => {
      const held = await startFilm(ada)
      const path = await reserveOutput(ada, held, 5000, 'video/webm')
      const thumbnail = await reserveOutput(ada, held, 500, 'image/jpeg')
      await storeObject(ada, 'videos', path, 4000, 'video/webm')
      await storeObject(ada, 'videos', thumbnail, 400, 'image/jpeg')
      const before = await storageUsed(database, ada)
      expect(await complete(ada, held, path, thumbnail)).toMatchObject({
        status: 'completed',
        progress_percentage: 100,
        storage_path: path,
        thumbnail_path: thumbnail,
        mime_type: 'video/webm',
        bytes: 4400,
        width: 1920,
        height: 1080,
        duration_seconds: '60',
        lease_until: null,
        stage: null,
        error_code: null,
      })
      expect(await storageUsed(database, ada)).toBe(before + 4400)
      expect(await ada.query('select kind from notifications')).toEqual([{ kind: 'video_completed' }])
      expect(await filmsThisMonth(database, ada)).toBe(1)
    })

    test('remembers which photos could not be read, and no more than a film has', async () => {
      const held = await startFilm(ada)
      const path = await reserveOutput(ada, held)
      await storeObject(ada, 'videos', path, 4000, 'video/mp4')
      const finish = (photos: string[]) =>
        ada.row('select * from complete_generation($1, $2, $3, null, 640, 360, 5, $4)', [
          held.id, held.token, path, photos,
        ]) // prettier-ignore
      const photos = Array.from({ length: 1001 }, () => randomUUID())
      expect(await refusal(finish(photos))).toBe('PT400 bad_request')
      expect(await finish(photos.slice(0, 2))).toMatchObject({ skipped_photo_ids: photos.slice(0, 2) })
    })

    test('asked again because the answer was lost: the same row, nothing twice', async () => {
      const held = await startFilm(ada)
      const film = await finishFilm(ada, held)
      expect(await complete(ada, held, held.uploadPath)).toEqual(film)
      expect(await storageUsed(database, ada)).toBe(5000)
      expect(await ada.query('select kind from notifications')).toHaveLength(1)
      expect(await refusal(complete(ada, { ...held, token: randomUUID() }, held.uploadPath))).toBe(
        'PT409 lease_lost',
      )
      expect(await refusal(complete(ada, held, 'elsewhere.mp4'))).toBe('PT409 lease_lost')
      expect(await refusal(complete(eve, held, held.uploadPath))).toBe('PT409 lease_lost')
    })

    test('refuses a film that is not there, not of this attempt, or not of this job', async () => {
      const held = await startFilm(ada)
      expect(await refusal(complete(ada, held, held.uploadPath))).toBe('PT409 no_such_upload')
      await reserveOutput(ada, held)
      expect(await refusal(complete(ada, held, held.uploadPath))).toBe('PT409 no_such_upload')
      const other = await startFilm(ada)
      for (const path of [
        other.uploadPath,
        held.uploadPath.replace('/1.mp4', '/2.mp4'),
        held.uploadPath.replace('/1.mp4', '/../1.mp4'),
        held.uploadPath.replace(ada.id, eve.id),
        held.uploadPath.replace('.mp4', '.jpg'),
        '',
      ]) {
        expect(await refusal(complete(ada, held, path))).toBe('PT403 foreign_path')
      }
      await storeObject(ada, 'videos', held.uploadPath, 4000, 'video/mp4')
      expect(await refusal(complete(ada, held, held.uploadPath, held.uploadPath))).toBe('PT403 foreign_path')
      const thumbnail = held.uploadPath.replace('.mp4', '.jpg')
      expect(await refusal(complete(ada, held, held.uploadPath, thumbnail))).toBe('PT409 no_such_upload')
      const absurd = 'select complete_generation($1, $2, $3, null, 0, 1080, 60)'
      expect(await refusal(ada.query(absurd, [held.id, held.token, held.uploadPath]))).toBe(
        'PT400 bad_request',
      )
    })

    test('the film of a lost attempt is left over and can be cleared away', async () => {
      const lost = await startFilm(ada)
      await storeObject(ada, 'videos', await reserveOutput(ada, lost), 4000, 'video/mp4')
      await expireLease(database, lost.id)
      const held = await claim(ada)
      if (!held) throw new Error('nothing to claim')
      await finishFilm(ada, held)
      expect(await ada.query('select bucket, path, bytes from leftover_files()')).toEqual([
        { bucket: 'videos', path: lost.uploadPath, bytes: 4000 },
      ])
      expect(await eve.query('select path from leftover_files()')).toEqual([])
    })
  })

  describe('delete_generation', () => {
    test('takes an ended film out of the history and frees its bytes', async () => {
      const remove = (id: string) => ada.query('select delete_generation($1)', [id])
      const job = await startFilm(ada)
      expect(await refusal(remove(job.id))).toBe('PT409 already_running')
      await finishFilm(ada, job)
      const before = await storageUsed(database, ada)
      await remove(job.id)
      expect(await storageUsed(database, ada)).toBe(before - 4000)
      expect(await filmsThisMonth(database, ada)).toBe(1)
    })
  })
})
