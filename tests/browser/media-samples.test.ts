import { expect, it } from 'vitest'
import { ingestPhoto } from '@/media/ingestPhoto'
import { paintSamplePhotos } from '@/media/paintSamplePhotos'
import { paintSample } from '@/media/samples/paintSample'

it('paints twelve different photos of one weekend, with times and places', async () => {
  const told: string[] = []
  const files = await paintSamplePhotos((done, total) => told.push(`${done}/${total}`))
  expect(told).toEqual(Array.from({ length: 12 }, (_, i) => `${i + 1}/12`))
  expect(files.map((file) => file.name)).toEqual([
    'sample-01-dawn.jpg',
    'sample-02-forest.jpg',
    'sample-03-lake.jpg',
    'sample-04-sailing.jpg',
    'sample-05-picnic.jpg',
    'sample-06-meadow.jpg',
    'sample-07-kite.jpg',
    'sample-08-tent.jpg',
    'sample-09-campfire.jpg',
    'sample-10-stars.jpg',
    'sample-11-sunrise.jpg',
    'sample-12-road-home.jpg',
  ])

  const photos = await Promise.all(files.map((file) => ingestPhoto(file)))
  const facts = photos.map((photo) => photo.facts)
  expect(new Set(facts.map((fact) => fact.contentHash)).size).toBe(12)
  expect(facts.filter((fact) => fact.height > fact.width)).toHaveLength(3)
  for (const fact of facts) {
    expect(fact).toMatchObject({ mimeType: 'image/jpeg', utcOffsetMinutes: 120, orientation: 1 })
    expect([fact.width, fact.height].toSorted((a, b) => a - b)).toEqual([1600, 2400])
    expect(fact.bytes).toBeGreaterThan(200_000)
    expect(fact.place?.latitude).toBeCloseTo(46.28, 1)
    expect(fact.place?.longitude).toBeGreaterThan(13.8)
    expect(fact.place?.longitude).toBeLessThan(14)
  }
  const times = facts.map((fact) => fact.takenAt ?? '')
  expect(times).toEqual(times.toSorted())
  expect(new Set(times.map((time) => time.slice(0, 10)))).toEqual(new Set(['2025-06-14', '2025-06-15']))
})

it('paints the same picture every time', async () => {
  const [first, second] = await Promise.all([paintSample(3), paintSample(3)])
  expect(new Uint8Array(await first.arrayBuffer())).toEqual(new Uint8Array(await second.arrayBuffer()))
})
