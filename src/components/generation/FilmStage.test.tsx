import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ADA, renderInApp } from '@/components/ui/renderInApp.fixture'
import type { Video } from '@/domain/video'
import { endShortage, noteShortage } from '@/generation/shortage'
import { FailedNotice } from './FailedNotice'
import { GenerationProgress } from './GenerationProgress'
import { film } from './video.fixture'

const noop = () => undefined

/** What a heartbeat says that comes at `at` by the server's clock: so many seconds are left. */
const told = (seconds: number, at = '2025-11-23T10:00:00Z') => {
  const later = (wait: number) => new Date(Date.parse(at) + 1000 * wait).toISOString()
  return { leaseUntil: later(45), estimatedCompletionAt: later(seconds) }
}

describe('a film that is being made', () => {
  beforeEach(() =>
    vi.useFakeTimers({
      now: Date.parse('2025-11-23T10:00:00Z'),
      toFake: ['Date', 'performance', 'setInterval', 'clearInterval'],
    }),
  )
  afterEach(() => vi.useRealTimers())
  const show = (facts: Partial<Video>) =>
    renderInApp(<GenerationProgress userId={ADA} video={film(facts)} cancelling={false} onCancel={noop} />)

  test('says how far it is, what is happening and how long it takes', () => {
    show({ progressPercentage: 42, ...told(130) })
    const bar = screen.getByRole('progressbar', { name: 'Generation progress' })
    expect(bar).toHaveAttribute('aria-valuenow', '42')
    expect(bar).toHaveAttribute('aria-valuetext', '42%, Making the film')
    expect(screen.getByText('About 2 min left')).toBeVisible()
  })
  test('counts the time down between two heartbeats', () => {
    show(told(40))
    expect(screen.getByText('About 40 sec left')).toBeVisible()
    act(() => {
      vi.advanceTimersByTime(20_000)
    })
    expect(screen.getByText('About 20 sec left')).toBeVisible()
  })
  test.each([
    ['a day ahead', '2025-11-24T10:00:00Z'],
    ['a day behind', '2025-11-22T10:00:00Z'],
  ])('F30: on a device whose clock is %s takes as long as the server says', (_, clock) => {
    vi.setSystemTime(clock)
    show(told(130))
    expect(screen.getByText('About 2 min left')).toBeVisible()
    // An hour back in the middle of it.
    vi.setSystemTime(Date.parse(clock) - 3_600_000)
    act(() => {
      vi.advanceTimersByTime(90_000)
    })
    expect(screen.queryByText(/min left/)).toBeNull()
  })
  test('announces the stage and not the percent', () => {
    show({ progressPercentage: 42 })
    expect(screen.getByRole('status')).toHaveTextContent(/^Making the film$/)
  })
  test('waits in the queue without a guess, and tells a second attempt from a first', () => {
    show({ status: 'queued', stage: null, attempt: 0, progressPercentage: 0 })
    expect(screen.getByRole('status')).toHaveTextContent('Waiting in the queue')
    expect(screen.queryByText(/left/)).toBeNull()
  })
  test('that came back for another attempt says so', () => {
    show({ attempt: 2 })
    expect(screen.getByText('Attempt 2')).toBeVisible()
  })
})

describe('a film that nobody makes any more', () => {
  const NOW = Date.parse('2025-11-23T10:00:00Z')
  const DAYS = 86_400_000
  const closed = told(30, new Date(NOW - 8 * DAYS).toISOString())
  beforeEach(() =>
    vi.useFakeTimers({ now: NOW, toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] }),
  )
  afterEach(() => vi.useRealTimers())
  const show = (facts: Partial<Video>, userId = ADA) =>
    renderInApp(<GenerationProgress userId={userId} video={film(facts)} cancelling={false} onCancel={noop} />)
  const watch = (seconds: number) =>
    act(() => {
      vi.advanceTimersByTime(1000 * seconds)
    })
  const status = () => screen.getByRole('status').textContent

  test('F39: after eight days is shown as paused, with what to do, and promises no time', () => {
    show(closed)
    watch(15)
    expect(status()).toBe('Paused')
    expect(screen.getByText(/Open this page in a browser that makes films to continue/)).toBeVisible()
    expect(screen.queryByText(/left/)).toBeNull()
  })
  test('F39: is somebody else’s: they have to open it', () => {
    const GRACE = '99999999-9999-4999-8999-999999999999'
    show({ ...closed, status: 'queued', stage: null, leaseUntil: null }, GRACE)
    watch(15)
    expect(status()).toBe('Paused')
    expect(screen.getByText('It continues when whoever asked for it opens this page again.')).toBeVisible()
  })
  test.each([-1, 0, 1])('F39: is found out with a clock that is %i days off', (days) => {
    vi.setSystemTime(NOW + days * DAYS)
    show(told(30))
    watch(65)
    expect(status()).toBe('Paused')
  })
  test.each([-1, 0, 1])('F39: is not one whose heartbeats come, with a clock that is %i days off', (days) => {
    vi.setSystemTime(NOW + days * DAYS)
    const beat = (rev: number) => (
      <GenerationProgress
        userId={ADA}
        video={film({ ...told(120, new Date(NOW + 10_000 * rev).toISOString()), rev })}
        cancelling={false}
        onCancel={noop}
      />
    )
    const { rerender } = renderInApp(beat(1))
    for (let rev = 2; rev <= 20; rev++) {
      watch(10)
      expect(status()).toBe('Making the film')
      rerender(beat(rev))
    }
  })
})

describe('a film for which this device has no room', () => {
  afterEach(endShortage)
  const show = (facts: Partial<Video>) =>
    renderInApp(<GenerationProgress userId={ADA} video={film(facts)} cancelling={false} onCancel={noop} />)

  test('F33: says how much it needs, and is tried at a click', async () => {
    show({ status: 'queued', stage: null, attempt: 1 })
    act(() => noteShortage({ bytesNeeded: 84 * 2 ** 20 }))
    expect(screen.getByText(/needs about 84 MB. Free some and it goes on by itself/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }))
    expect(screen.queryByText(/84 MB/)).toBeNull()
    expect(screen.getByText(/keep a tab open/)).toBeVisible()
  })
  test('F33: is not somebody else’s film', () => {
    noteShortage({ bytesNeeded: null })
    show({ status: 'queued', stage: null, userId: '99999999-9999-4999-8999-999999999999' })
    expect(screen.queryByText(/no space left/)).toBeNull()
  })
})

test('cancelling twice asks once', async () => {
  const onCancel = vi.fn<() => void>()
  const { rerender } = renderInApp(
    <GenerationProgress userId={ADA} video={film()} cancelling={false} onCancel={onCancel} />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  rerender(<GenerationProgress userId={ADA} video={film()} cancelling onCancel={onCancel} />)
  screen.getByRole('button', { name: 'Cancel' }).click()
  expect(onCancel).toHaveBeenCalledOnce()
})

describe('a film that is not there', () => {
  test('because it failed says why and can be tried again', async () => {
    const onRetry = vi.fn<() => void>()
    renderInApp(
      <FailedNotice
        video={film({ status: 'failed', errorCode: 'storage_full' })}
        retrying={false}
        onRetry={onRetry}
      />,
    )
    expect(screen.getByRole('heading', { name: 'The film could not be made' })).toBeVisible()
    expect(screen.getByText('This device has no space left. Free some and try again.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(onRetry).toHaveBeenCalledOnce()
  })
  test('because it was cancelled does not look like a failure', () => {
    renderInApp(<FailedNotice video={film({ status: 'cancelled' })} retrying={false} onRetry={noop} />)
    expect(screen.getByRole('heading', { name: 'The film was cancelled' })).toBeVisible()
  })
})
