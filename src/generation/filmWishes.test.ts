import { expect, test } from 'vitest'
import { DEFAULT_MUSIC } from '@/domain/music'
import { draftTrack } from '@/domain/draftTrack.fixture'
import type { Project } from '@/domain/project'
import { DEFAULT_SETTINGS } from '@/domain/video'
import { filmWishes } from './filmWishes'

const { id, analysis } = draftTrack('song.mp3')
const since = '2025-11-23T12:00:00+00:00'
const project: Project = {
  id: '22222222-2222-4222-8222-222222222222',
  userId: '11111111-1111-4111-8111-111111111111',
  title: 'Lake',
  description: '',
  style: 'classic',
  durationSeconds: 30,
  aspectRatio: '16:9',
  music: { kind: 'track', trackId: id },
  status: 'draft',
  rev: 1,
  createdAt: since,
  updatedAt: since,
}
const heard = (track: Parameters<typeof filmWishes>[3]) => {
  const { music, trackBeats } = filmWishes(project, [], DEFAULT_SETTINGS, track)
  return { music, trackBeats }
}

test('a film is cut to the beats of its track', () => {
  expect(heard({ analysis })).toEqual({ music: project.music, trackBeats: analysis })
})

test('a track that is gone gives way to a score', () => {
  expect(heard(null)).toEqual({ music: DEFAULT_MUSIC, trackBeats: null })
})

test('a track that is still being looked for is not taken for gone', () => {
  expect(heard(undefined)).toEqual({ music: project.music, trackBeats: null })
})
