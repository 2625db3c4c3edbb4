import { expect, test } from 'vitest'
import { UNDIRECTED } from './direction'
import { inverse, type PlacedPhoto, type ProjectEdit } from './projectEdit'

const photo: PlacedPhoto = {
  id: 'p',
  mediaItemId: 'm',
  position: 'a0',
  caption: 'Dawn',
  choice: 'auto',
  direction: UNDIRECTED,
}
const edits: ProjectEdit[] = [
  { kind: 'wishes', from: { title: 'Lake' }, to: { title: 'Sea' } },
  { kind: 'caption', photoId: 'p', from: '', to: 'Dawn' },
  { kind: 'choice', photoId: 'p', from: 'auto', to: 'keep' },
  { kind: 'move', photoId: 'p', from: 'a0', to: 'a1' },
  {
    kind: 'direct',
    changes: [
      { photoId: 'p', from: { holdSeconds: null }, to: { holdSeconds: 3 } },
      { photoId: 'q', from: { holdSeconds: 4 }, to: { holdSeconds: 2.5 } },
    ],
  },
  { kind: 'remove', photo },
  { kind: 'restore', photo },
]

test.each(edits)('what takes back a $kind is taken back by the $kind itself', (edit) => {
  expect(inverse(edit)).not.toEqual(edit)
  expect(inverse(inverse(edit))).toEqual(edit)
})
test('a change is taken back by what was there before', () => {
  expect(inverse({ kind: 'move', photoId: 'p', from: 'a0', to: 'a1' })).toMatchObject({
    from: 'a1',
    to: 'a0',
  })
  expect(inverse({ kind: 'remove', photo })).toEqual({ kind: 'restore', photo })
})
