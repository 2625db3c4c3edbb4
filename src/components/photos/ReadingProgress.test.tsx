import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useVideoStore } from '@/stores/video.store'
import { ReadingProgress } from './ReadingProgress'

const { photosToSee, photoSeen, seeingStopped, readingStarted, readingEnded } = useVideoStore.getState()

afterEach(() => {
  seeingStopped()
  readingEnded(useVideoStore.getState().incoming.map(({ id }) => id))
})

test('photos are looked at in silence for a moment, then one is told how far it is', async () => {
  photosToSee(['a', 'b', 'c'])
  render(<ReadingProgress />)
  expect(screen.queryByRole('progressbar')).toBeNull()
  expect(await screen.findByText('Looking at 1 of 3…', {}, { timeout: 5000 })).toBeVisible()
  act(() => photoSeen('a', null))
  expect(screen.getByText('Looking at 2 of 3…')).toBeVisible()
  expect(screen.getByRole('progressbar', { name: 'Looking at the photos' })).toHaveAttribute(
    'aria-valuenow',
    '33',
  )
  act(() => {
    photoSeen('b', null)
    photoSeen('c', null)
  })
  expect(screen.queryByRole('progressbar')).toBeNull()
})

test('files that are still read come first, and reading can be stopped', () => {
  photosToSee(['a'])
  readingStarted([{ id: 'b', filename: 'b.jpg', bytes: 1 }])
  render(<ReadingProgress />)
  expect(screen.getByText('Reading 1 of 1…')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Stop' })).toBeEnabled()
})
