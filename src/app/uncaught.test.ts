import { CancelledError } from '@tanstack/react-query'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DataError } from '@/lib/errors'
import { onLastWords } from '@/lib/lastWords'
import { notify } from '@/lib/notify'
import { presentMessages } from '@/lib/notify'
import { useMessagesStore } from '@/stores/messages.store'
import { watchUncaught } from './uncaught'

let stops: (() => void)[]
beforeEach(() => {
  stops = [presentMessages(useMessagesStore.getState().heard), watchUncaught()]
  notify.dismissAll()
})
afterEach(() => stops.forEach((stop) => stop()))

const said = () => useMessagesStore.getState().messages
/** What a browser sends when a promise is rejected and nobody has listened; jsdom has no such event. */
function rejected(reason: unknown) {
  const event = new Event('unhandledrejection')
  dispatchEvent(Object.assign(event, { reason }))
}

test('a promise that fails behind the page is said once, with a report that can be copied', async () => {
  userEvent.setup()
  rejected(new Error('broken by ada@example.com'))
  rejected(new Error('broken by ada@example.com'))
  expect(said()).toEqual([
    expect.objectContaining({ kind: 'error', text: 'Something went wrong', actionLabel: 'Copy report' }),
  ])
  useMessagesStore.getState().chosen('uncaught')
  await vi.waitFor(() => expect(said()).toEqual([expect.objectContaining({ text: 'Copied' })]))
  expect(await navigator.clipboard.readText()).toContain('Error: broken by <e-mail>')
})

test('an error thrown in an event or a timer is said too', () => {
  dispatchEvent(new ErrorEvent('error', { error: new Error('broken') }))
  expect(said()).toHaveLength(1)
})

test('what is unsaved is saved first', async () => {
  const save = vi.fn<() => void>()
  stops.push(onLastWords(save))
  rejected(new Error('broken'))
  await vi.waitFor(() => expect(save).toHaveBeenCalledOnce())
})

test('a failure that has words of its own is said in them', () => {
  rejected(new DataError('load', 'network', 0))
  expect(said()).toEqual([
    expect.objectContaining({ text: expect.stringMatching(/connection|offline|reach/i) }),
  ])
})

test.each([
  ['a request given up on purpose', new DOMException('aborted', 'AbortError')],
  ['a query that was cancelled', new CancelledError()],
  ['an error the browser hides', undefined],
  [
    'somebody else’s program in the page',
    Object.assign(new Error('x'), { stack: 'Error: x\n at chrome-extension://abc/a.js:1:1' }),
  ],
])('%s is not said', (_what, reason) => {
  rejected(reason)
  expect(said()).toEqual([])
})
