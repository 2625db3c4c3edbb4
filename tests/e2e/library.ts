import { readFile } from 'node:fs/promises'
import { must, type Api } from './project'

/** A photo as it was seen. */
export type Photo = { filename: string; takenAt: string; camera: string; town: string; hash: string }

/** A photo in the library, as if it had been uploaded and seen. */
export async function addPhoto(
  { client }: Api,
  file: string,
  { filename, takenAt, camera, town, hash }: Photo,
) {
  const bytes = await readFile(file)
  const mime = 'image/jpeg'
  const path = must(await client.rpc('reserve_upload', { bucket: 'media', bytes: bytes.length, mime }))
  must(await client.storage.from('media').upload(path, new Blob([bytes], { type: mime })))
  const analysis = {
    version: 1,
    faces: [],
    focus: null,
    sharpness: filename.includes('best') ? 0.9 : 0.4,
    brightness: 0.5,
    clipped: 0,
    hash,
    camera,
    town: { id: town.length, name: town, country: town === 'Bern' ? 'CH' : 'PT', latitude: 40, longitude: 0 },
    utcOffsetMinutes: null,
  }
  const row = {
    storage_path: path,
    original_filename: filename,
    mime_type: mime,
    width: 1600,
    height: 1067,
    taken_at: takenAt,
    content_hash: (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', ''),
    analysis,
  }
  must(await client.from('media_items').insert(row).select('id').single())
}

/** Two towns, two cameras, and two of the same moment. */
export const PHOTOS: Photo[] = [
  {
    filename: 'tram.jpg',
    takenAt: '2025-07-02T09:00:00',
    camera: 'Canon R6',
    town: 'Lisbon',
    hash: 'a1b2c3d4e5f60718',
  },
  {
    filename: 'pastel.jpg',
    takenAt: '2025-07-01T09:00:00',
    camera: 'Canon R6',
    town: 'Lisbon',
    hash: '18f7e6d5c4b3a291',
  },
  {
    filename: 'bear.jpg',
    takenAt: '2025-06-03T10:00:00',
    camera: 'Pocket 3',
    town: 'Bern',
    hash: '0f0f33cc55aa1234',
  },
  {
    filename: 'bear-best.jpg',
    takenAt: '2025-06-03T10:00:09',
    camera: 'Pocket 3',
    town: 'Bern',
    hash: '0f0f33cc55aa1235',
  },
  {
    filename: 'river.jpg',
    takenAt: '2025-06-01T10:00:00',
    camera: 'Pocket 3',
    town: 'Bern',
    hash: '71625341f0e0d0c0',
  },
]
