import { beforeEach, describe, expect, test, vi } from 'vitest'
import { notify, presentMessages } from '@/lib/notify'
import { MOST_KEPT, useMessagesStore } from './messages.store'

const { closed, chosen, heard } = useMessagesStore.getState()
const texts = () => useMessagesStore.getState().messages.map(({ text }) => text)
const only = () => {
  const [message, ...more] = useMessagesStore.getState().messages
  if (!message || more.length > 0) throw new Error('not exactly one message')
  return message
}
const spy = () => vi.fn<() => void>()

beforeEach(() => {
  notify.dismissAll()
  presentMessages(heard)
  notify.dismissAll()
})

test('what was said before anything could be shown is shown as soon as it can', () => {
  presentMessages(heard)()
  notify.success('Early')
  expect(texts()).toEqual([])
  presentMessages(heard)
  expect(texts()).toEqual(['Early'])
})

test.each(['success', 'error', 'warning', 'info'] as const)('%s is a kind of its own', (kind) => {
  notify[kind]('Lake', { detail: 'Ready' })
  expect(only()).toMatchObject({ kind, text: 'Lake', detail: 'Ready' })
})

test('the newest comes first', () => {
  notify.info('One')
  notify.info('Two')
  expect(texts()).toEqual(['Two', 'One'])
})

describe('how long a message stays', () => {
  test('an error stays longer than good news', () => {
    notify.success('Good')
    notify.error('Bad')
    const [bad, good] = useMessagesStore.getState().messages
    expect(bad?.seconds).toBeGreaterThan(good?.seconds ?? Infinity)
  })
  test('as long as was asked for, or until it is closed', () => {
    notify.info('Seven', { seconds: 7 })
    expect(only().seconds).toBe(7)
    notify.dismissAll()
    notify.info('For ever', { sticky: true })
    expect(only().seconds).toBeNull()
  })
})

describe('the same message again', () => {
  test('is one message, told anew', () => {
    notify.error('No answer')
    const first = only().told
    notify.error('No answer')
    expect(only().told).not.toBe(first)
  })
  test('with an id of its own takes the place of the one before, which has gone', () => {
    const gone = spy()
    notify.info('1 of 2', { id: 'upload', onGone: gone })
    notify.info('Other')
    notify.success('2 of 2', { id: 'upload' })
    expect(texts()).toEqual(['Other', '2 of 2'])
    expect(gone).toHaveBeenCalledOnce()
  })
})

describe('what a message calls', () => {
  test('its action, once, and then it is not gone but answered', () => {
    const [undo, gone] = [spy(), spy()]
    notify.success('Deleted', { id: 'x', action: { label: 'Undo', onClick: undo }, onGone: gone })
    expect(only().actionLabel).toBe('Undo')
    chosen('x')
    chosen('x')
    closed('x')
    expect(texts()).toEqual([])
    expect(undo).toHaveBeenCalledOnce()
    expect(gone).not.toHaveBeenCalled()
  })
  test.each([
    ['closed', () => closed('x')],
    ['dismissed', () => notify.dismiss('x')],
    ['dismissed with all others', () => notify.dismissAll()],
  ])('when it is %s, that it has gone, once', (_how, end) => {
    const gone = spy()
    notify.success('Deleted', { id: 'x', onGone: gone })
    end()
    closed('x')
    expect(gone).toHaveBeenCalledOnce()
  })
  test('also when everything is dismissed before it could be shown', () => {
    const gone = spy()
    presentMessages(heard)()
    notify.success('Deleted', { onGone: gone })
    notify.dismissAll()
    expect(gone).toHaveBeenCalledOnce()
    presentMessages(heard)
    expect(texts()).toEqual([])
  })
  test('nothing of it is in the store, which is plain data', () => {
    notify.info('Lake', { action: { label: 'Show', onClick: spy() }, onGone: spy() })
    expect(JSON.parse(JSON.stringify(only()))).toEqual(only())
  })
})

test('a flood is capped: the oldest goes, a sticky one stays', () => {
  const gone = spy()
  notify.info('Sticky', { sticky: true })
  notify.info('Oldest', { onGone: gone })
  for (let index = 1; index < MOST_KEPT; index++) notify.info(`${index}`)
  expect(texts()).toHaveLength(MOST_KEPT)
  expect(texts()).toContain('Sticky')
  expect(texts()).not.toContain('Oldest')
  expect(gone).toHaveBeenCalledOnce()
})
