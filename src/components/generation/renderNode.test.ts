import { expect, test } from 'vitest'
import { film, finishedFilm } from './video.fixture'
import { nodeAfter } from '@/hooks/useRenderNode'

type Run = Parameters<typeof nodeAfter>[0]
type Step = Parameters<typeof nodeAfter>[1]
const fresh: Run = { ability: 'unknown', hasTurn: false, videoId: null, made: 0, failed: 0 }
const after = (...steps: Step[]) => steps.reduce(nodeAfter, fresh)

const video = film()
const begin: Step[] = [
  { type: 'able', able: true },
  { type: 'turn' },
  { type: 'claimed', video, token: '', heard: () => undefined },
]

test('a film in work is known from its claim to its end', () => {
  expect(after(...begin).videoId).toBe(video.id)
  expect(after(...begin, { type: 'ended', videoId: video.id, outcome: 'released' }).videoId).toBeNull()
})

test('only what was completed here counts as made', () => {
  const done: Step = { type: 'completed', video: finishedFilm(), skippedPhotoIds: [] }
  const ended: Step = { type: 'ended', videoId: video.id, outcome: 'completed' }
  expect(after(...begin, done, ended, ...begin, done, ended)).toMatchObject({
    made: 2,
    failed: 0,
    videoId: null,
  })
  const failed: Step = { type: 'failed', videoId: video.id, error: new Error('no') }
  expect(after(...begin, failed, { type: 'ended', videoId: video.id, outcome: 'failed' })).toMatchObject({
    made: 0,
    failed: 1,
  })
  expect(after(...begin, { type: 'ended', videoId: video.id, outcome: 'lost' })).toMatchObject({
    made: 0,
    failed: 0,
  })
})

test('started again it waits for its turn anew, and keeps its count', () => {
  const done: Step = { type: 'completed', video: finishedFilm(), skippedPhotoIds: [] }
  expect(after(...begin, done, { type: 'left' })).toEqual({ ...fresh, made: 1 })
})
