import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import { UNDIRECTED } from '@/domain/direction'
import type { Photo } from '@/domain/photo'
import { photoQueries } from '@/hooks/queries/photos'
import { SkippedPhotos } from './SkippedPhotos'
import { finishedFilm } from './video.fixture'

const idOf = (n: number) => `55555555-5555-4555-8555-${String(n).padStart(12, '0')}`
const photo = (n: number): Photo => ({
  id: idOf(n),
  projectId: '22222222-2222-4222-8222-222222222222',
  mediaItemId: idOf(n),
  position: `a${n}`,
  caption: '',
  choice: 'auto',
  direction: UNDIRECTED,
  rev: 1,
  media: {
    id: idOf(n),
    userId: ADA,
    storagePath: 'ada/photo.jpg',
    thumbnailPath: null,
    originalFilename: `photo ${n}.jpg`,
    mimeType: 'image/jpeg',
    bytes: 1,
    width: 40,
    height: 30,
    takenAt: null,
    utcOffsetMinutes: null,
    contentHash: '',
    analysis: null,
    createdAt: '2026-01-01T00:00:00+00:00',
  },
})

function show(count: number, photos?: Photo[]) {
  const video = finishedFilm({ skippedPhotoIds: Array.from({ length: count }, (_, n) => idOf(n)) })
  const client = seededClient()
  if (photos) client.setQueryData(photoQueries.ofProject(ADA, video.projectId).queryKey, photos)
  renderInApp(<SkippedPhotos userId={ADA} video={video} />, { client })
}

test('few are told by their names', () => {
  show(2, [photo(0)])
  expect(
    screen.getByText(
      '2 photos could not be read and are not in this film: photo 0.jpg and a photo that has been removed since.',
    ),
  ).toBeVisible()
})

test('of many five are named and the others counted', () => {
  show(
    200,
    Array.from({ length: 200 }, (_, n) => photo(n)),
  )
  expect(screen.getByText(/^200 photos .*: photo 0.jpg, .*photo 4.jpg, and 195 more\.$/)).toBeVisible()
})

test('when their names cannot be had, how many they are is said all the same', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ message: 'no' }, { status: 403 })))
  show(3)
  expect(await screen.findByText('3 photos could not be read and are not in this film.')).toBeVisible()
})
