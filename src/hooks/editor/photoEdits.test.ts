import { expect, test } from 'vitest'
import { editorDesk, placed } from './editorDesk.fixture'
import { saveStatus } from './useProjectEditor'

const one = placed(1)
const two = placed(2)
const idsOf = (photos: readonly { id: string }[]) => photos.map(({ id }) => id)

test('a removed photo is gone from the screen at once, and from the server when undo has passed', async () => {
  const { edits, server, store, offers, shown } = editorDesk([one, two])
  edits.remove(one)
  expect(shown().photos).toEqual([[two.id, '']])
  expect(saveStatus(store.getState())).toBe('saving')
  expect(server.requests).toBe(0)
  offers.get(one.id)?.gone()
  await edits.flush()
  expect(idsOf(server.photos)).toEqual([two.id])
  expect(saveStatus(store.getState())).toBe('saved')
})
test('its Undo brings it back without a request, and leaves nothing to undo', async () => {
  const { edits, server, store, offers, shown } = editorDesk([one, two])
  edits.remove(one)
  offers.get(one.id)?.undo()
  expect(shown().photos).toEqual([
    [one.id, ''],
    [two.id, ''],
  ])
  await edits.flush()
  expect([server.requests, offers.size, store.getState().history.past]).toEqual([0, 0, []])
})
test('once it is back, the end of the offer does not remove it', async () => {
  const { edits, server, offers, shown } = editorDesk([one, two])
  edits.remove(one)
  const offer = offers.get(one.id)
  offer?.undo()
  offer?.gone()
  await edits.flush()
  expect([server.requests, shown().photos.length]).toEqual([0, 2])
})
test('whoever leaves sooner has the photo removed then', async () => {
  const { edits, server, offers } = editorDesk([one, two])
  edits.remove(one)
  await edits.flush()
  expect(idsOf(server.photos)).toEqual([two.id])
  expect(offers.size).toBe(0)
})
test('a photo that the server keeps comes back, and its removal is no step of undo', async () => {
  const { edits, server, store, offers, shown } = editorDesk([one, two])
  edits.remove(one)
  server.refuse = true
  offers.get(one.id)?.gone()
  await edits.flush()
  expect(shown().photos).toHaveLength(2)
  expect(store.getState().history.past).toEqual([])
})
test('the removal of somebody else’s photo cannot be undone any more once the server knows', async () => {
  const bens = placed(3, { bens: true })
  const { edits, store } = editorDesk([one, bens])
  edits.remove(bens)
  expect(store.getState().history.past).toHaveLength(1)
  await edits.flush()
  expect(store.getState().history.past).toEqual([])
})
test('a move is under way until the server has it', async () => {
  const { edits, server, store } = editorDesk([one, two])
  edits.move(one, 'a9')
  expect(saveStatus(store.getState())).toBe('saving')
  await edits.flush()
  expect(idsOf(server.photos)).toEqual([two.id, one.id])
  expect(saveStatus(store.getState())).toBe('saved')
})
