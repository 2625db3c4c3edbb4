import { DEFAULT_SETTINGS, type Video } from '@/domain/video'

/** A film for tests: half made, unless told otherwise. */
export const film = (facts: Partial<Video> = {}): Video => ({
  id: '33333333-3333-4333-8333-333333333333',
  projectId: '22222222-2222-4222-8222-222222222222',
  userId: '11111111-1111-4111-8111-111111111111',
  cut: 'main',
  requestKey: '44444444-4444-4444-8444-444444444444',
  status: 'processing',
  progressPercentage: 50,
  stage: 'rendering',
  errorCode: null,
  errorMessage: null,
  attempt: 1,
  maxAttempts: 5,
  runAfter: '2025-11-23T10:00:00+00:00',
  queuedAt: '2025-11-23T10:00:00+00:00',
  leaseUntil: null,
  worker: null,
  estimatedCompletionAt: null,
  settings: DEFAULT_SETTINGS,
  storagePath: null,
  thumbnailPath: null,
  mimeType: null,
  width: null,
  height: null,
  durationSeconds: null,
  bytes: null,
  skippedPhotoIds: [],
  rev: 1,
  createdAt: '2025-11-23T10:00:00+00:00',
  finishedAt: null,
  ...facts,
})

/** The same, finished. */
export const finishedFilm = (facts: Partial<Video> = {}): Video =>
  film({
    status: 'completed',
    progressPercentage: 100,
    stage: null,
    storagePath: 'ada/lake/film.mp4',
    thumbnailPath: 'ada/lake/film.jpg',
    mimeType: 'video/mp4',
    width: 1920,
    height: 1080,
    durationSeconds: 16,
    bytes: 20_500_000,
    rev: 9,
    finishedAt: '2025-11-23T10:02:00+00:00',
    ...facts,
  })
