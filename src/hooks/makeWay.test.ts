import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reloadIfOutdated } from '@/lib/newVersion'
import { presentMessages, type Message } from '@/lib/notify'
import { makeWay } from './makeWay'

vi.mock('@/lib/newVersion', () => ({
  reloadIfOutdated: vi.fn<typeof reloadIfOutdated>(() => Promise.resolve()),
}))

let messages: Message[]
let stop: () => void
beforeEach(() => {
  vi.mocked(reloadIfOutdated).mockClear()
  messages = []
  stop = presentMessages((message) => messages.push(message))
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
})
const look = (isHidden: boolean) => vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden)
const outdated = () => makeWay({ type: 'ended', videoId: 'a film', outcome: 'outdated' })
const MESSAGE = { kind: 'info', sticky: true, action: { label: 'Reload the page' } }

test('a tab that a deploy has left behind is not loaded anew under the eyes of its person: they are asked to', () => {
  look(false)
  outdated()
  expect(reloadIfOutdated).not.toHaveBeenCalled()
  expect(messages).toMatchObject([MESSAGE])
})

test('one that nobody looks at is loaded anew by itself, and says so where that is not possible', async () => {
  look(true)
  outdated()
  expect(reloadIfOutdated).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(messages).toMatchObject([MESSAGE]))
})

test('a film that ends in any other way changes nothing', () => {
  look(true)
  makeWay({ type: 'ended', videoId: 'a film', outcome: 'completed' })
  expect(reloadIfOutdated).not.toHaveBeenCalled()
  expect(messages).toEqual([])
})
