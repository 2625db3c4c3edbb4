import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useIsPaused } from '@/hooks/useLiveFilm'
import { film } from './video.fixture'

const ADA = '11111111-1111-4111-8111-111111111111'
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds))

test('a film that looked stopped and goes on is seen to in the very render in which its row comes', () => {
  const answers: boolean[] = []
  const { rerender } = renderHook(({ video }) => answers.push(useIsPaused(video, ADA)), {
    initialProps: { video: film({ rev: 1 }) },
  })
  pass(30_000)
  expect(answers).toEqual([false, true])
  rerender({ video: film({ rev: 2 }) })
  pass(10_000)
  expect(answers).toEqual([false, true, false])
})
