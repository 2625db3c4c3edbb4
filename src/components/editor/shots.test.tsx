import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asked, openEditor, PHOTOS, projectServer } from './openEditor.fixture'

beforeAll(() => projectServer.listen())
afterAll(() => projectServer.close())
beforeEach(() => {
  asked.length = 0
})

const playhead = () => screen.getByRole('slider', { name: 'Playhead' })
const panel = (name: string) => screen.findByRole('region', { name })
const bodies = () => asked.map(({ body }) => body)
const isSaved = () => screen.findByText('All changes saved')

async function openAtSecondShot(mayEdit = true) {
  const user = userEvent.setup()
  const view = openEditor({ mayEdit })
  playhead().focus()
  await user.keyboard('{PageDown}')
  return { user, ...view }
}

describe('the chosen shot', () => {
  test('is as long as is typed or stepped, and automatic again', async () => {
    const { user } = await openAtSecondShot()
    const shot = within(await panel('Shot of photo 2'))
    const seconds = shot.getByRole('textbox', { name: 'Seconds on screen' })
    await user.clear(seconds)
    await user.type(seconds, '4,5{Enter}')
    await isSaved()
    expect(bodies()).toEqual([{ hold_seconds: 4.5 }])
    await waitFor(() => expect(seconds).toHaveValue('4.5'))
    await user.click(shot.getByRole('button', { name: 'Longer: Photo 2' }))
    await isSaved()
    await user.click(shot.getByRole('button', { name: 'Automatic' }))
    await isSaved()
    expect(bodies().slice(1)).toEqual([{ hold_seconds: 5 }, { hold_seconds: null }])
  })
  test('gives to its neighbour what its end gives up, and takes it back with one undo', async () => {
    const { user, editor } = await openAtSecondShot()
    const end = await screen.findByRole('slider', { name: 'End of the shot' })
    end.focus()
    await user.keyboard('{ArrowLeft}')
    await isSaved()
    expect(asked.map(({ table, body }) => [table, Object.keys(Object(body))])).toEqual([
      ['photos', ['hold_seconds']],
      ['photos', ['hold_seconds']],
    ])
    expect(editor.store.getState().history.past).toHaveLength(1)
    act(() => editor.steps.undo())
    await isSaved()
    expect(bodies().slice(2)).toEqual([{ hold_seconds: null }, { hold_seconds: null }])
  })
  test('comes in as is chosen', async () => {
    const { user } = await openAtSecondShot()
    const entrance = screen.getByRole('combobox', { name: 'Comes in with' })
    expect(within(entrance).getByRole('option', { name: 'Automatic: Dissolve' })).toBeInTheDocument()
    await user.selectOptions(entrance, 'Wipe')
    await user.selectOptions(entrance, '')
    await isSaved()
    expect(bodies()).toEqual([{ entrance: 'wipe' }, { entrance: null }])
  })
  test('is framed with the keys alone', async () => {
    const { user } = await openAtSecondShot()
    const focus = screen.getByRole('slider', { name: 'Focus of photo 2' })
    expect(focus.getAttribute('aria-valuetext')).toMatch(/^automatic/)
    focus.focus()
    await user.keyboard('{ArrowRight}+')
    expect(focus.getAttribute('aria-valuetext')).toMatch(/^5\d % across/)
    await user.keyboard('{Delete}')
    expect(focus.getAttribute('aria-valuetext')).toMatch(/^automatic/)
    await isSaved()
    expect(bodies()).toMatchObject([
      { focus: { width: 0, height: 0 } },
      { focus: { width: 0.6, height: 0.6 } },
      { focus: null },
    ])
  })
})

describe('a title card', () => {
  test('comes with T, has its words typed over, and goes with Delete', async () => {
    const { user } = await openAtSecondShot()
    await user.keyboard('t')
    const words = await screen.findByRole('textbox', { name: 'Words' })
    expect(words).toHaveFocus()
    await user.keyboard('The sea')
    await user.tab()
    await isSaved()
    expect(bodies()).toMatchObject([
      { card: { text: 'New title' } },
      { card: { text: 'The sea', seconds: 3 } },
    ])
    expect(await panel('Title card')).toBeVisible()
    playhead().focus()
    await user.keyboard('{Delete}')
    await isSaved()
    expect(bodies().at(-1)).toEqual({ card: null })
  })
  test('without words says so and keeps the last ones', async () => {
    const { user } = await openAtSecondShot()
    await user.keyboard('t')
    const words = await screen.findByRole('textbox', { name: 'Words' })
    await user.clear(words)
    expect(words).toHaveAccessibleDescription('A card needs words.')
    await user.tab()
    expect(words).toHaveValue('New title')
    expect(bodies()).toHaveLength(1)
  })
  test('whose words are only typed has them back with undo, and is still there', async () => {
    const { user } = await openAtSecondShot()
    await user.keyboard('t')
    const words = await screen.findByRole('textbox', { name: 'Words' })
    await user.keyboard('x{Control>}z{/Control}')
    expect(words).toHaveValue('New title')
    expect(bodies()).toHaveLength(1)
  })
})

test('a chosen title card that is gone leaves the shot it stood beside', async () => {
  const { editor } = await openAtSecondShot()
  const photoId = editor.store.getState().selectedPhotoId
  act(() => editor.store.getState().selectPhoto(photoId, 'card'))
  expect(await panel('Shot of photo 2')).toBeInTheDocument()
})

test('a shot is moved with Alt and the arrows, and left out with Delete', async () => {
  const { user } = await openAtSecondShot()
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await isSaved()
  const order = within(screen.getByRole('list', { name: 'Photos' }))
    .getAllByRole('listitem')
    .map(({ dataset }) => dataset.photo)
  expect(order).toEqual([PHOTOS[0]?.id, PHOTOS[2]?.id, PHOTOS[1]?.id])
  await user.keyboard('{Delete}')
  await isSaved()
  expect(bodies().at(-1)).toEqual({ choice: 'skip' })
})

test('who may only look finds the shots, and nothing to change them with', async () => {
  const { user } = await openAtSecondShot(false)
  expect(screen.queryByRole('slider', { name: 'End of the shot' })).toBeNull()
  expect(screen.queryByRole('combobox', { name: 'Comes in with' })).toBeNull()
  await user.keyboard('t{Delete},.{Alt>}{ArrowRight}{/Alt}')
  expect(asked).toEqual([])
})
