import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ADA, renderInApp } from '@/components/ui/renderInApp.fixture'
import type { Video } from '@/domain/video'
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
