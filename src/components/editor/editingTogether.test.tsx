import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lake } from '@/hooks/editor/editorDesk.fixture'
import { BEN, openEditor, PHOTOS, projectServer } from './openEditor.fixture'

beforeAll(() => projectServer.listen())
afterAll(() => projectServer.close())

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const write = (input: Element, value: string) => fireEvent.change(input, { target: { value } })
const tiles = () => within(screen.getByRole('list', { name: 'Photos' })).getAllByRole('listitem')
const isSaved = () => screen.findByText('All changes saved')

describe('somebody beside me', () => {
  const title = { kind: 'field', field: 'title' } as const

  /** Ben's tab says something. */
  function ben(room: ReturnType<typeof openEditor>['room']) {
    const { presentHeard, holdHeard, typingHeard } = room.getState()
    act(() => presentHeard([{ key: 'ben', userId: BEN }]))
    return {
      holds: (target: Parameters<typeof holdHeard>[1]) => act(() => holdHeard('ben', target)),
      types: (value: string) => act(() => typingHeard('ben', title, value, Date.now())),
    }
  }

  test('is seen typing before it is saved, in the field and in the heading', () => {
    const { room } = openEditor()
    ben(room).types('Lake of B')
    expect(field('Title')).toHaveValue('Lake of B')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Lake of B')
    expect(screen.getByText('All changes saved')).toBeVisible()
  })
  test('does not overwrite what I am typing', async () => {
    const { room } = openEditor()
    write(field('Title'), 'Lakes')
    ben(room).types('Lake of B')
    expect(field('Title')).toHaveValue('Lakes')
    await isSaved()
  })
  test('is shown at the field and at the photo they are in', () => {
    const { room } = openEditor()
    const person = ben(room)
    person.holds(title)
    expect(screen.getByRole('img', { name: 'Ben is here' })).toBeVisible()
    person.holds({ kind: 'photo', id: PHOTOS[2]?.id ?? never() })
    expect(within(tiles()[2] ?? never()).getByRole('img', { name: 'Ben is here' })).toBeVisible()
  })
})

test('a viewer sees title, words and photos, live, and finds nothing to change them with', () => {
  const { room } = openEditor({ mayEdit: false, project: { ...lake, description: 'June' } })
  expect(screen.getByText('June')).toBeVisible()
  expect(tiles()).toHaveLength(3)
  expect(screen.queryAllByRole('textbox')).toEqual([])
  expect(screen.queryAllByRole('radio')).toEqual([])
  expect(screen.queryByText('All changes saved')).toBeNull()
  for (const name of [/Undo/, /^Move/, /^Remove/])
    expect(screen.queryAllByRole('button', { name })).toEqual([])
  act(() => {
    room.getState().presentHeard([{ key: 'ben', userId: BEN }])
    room.getState().typingHeard('ben', { kind: 'field', field: 'title' }, 'Lake of B', Date.now())
  })
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Lake of B')
})

function never(): never {
  throw new Error('There is no such photo')
}
