import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asked, openEditor, PHOTOS, projectServer, serverMood } from './openEditor.fixture'

beforeAll(() => projectServer.listen())
afterAll(() => projectServer.close())
beforeEach(() => {
  asked.length = 0
})
afterEach(() => {
  serverMood.refuses = false
})

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const write = (input: Element, value: string) => fireEvent.change(input, { target: { value } })
const captions = () => screen.getAllByRole<HTMLInputElement>('textbox', { name: /^Caption of photo \d+$/ })
const tiles = () => within(screen.getByRole('list', { name: 'Photos' })).getAllByRole('listitem')
const isSaved = () => screen.findByText('All changes saved')

describe('who may edit', () => {
  test('finds every field of the project under its name', () => {
    openEditor()
    expect(field('Title')).toHaveValue('Lake')
    expect(field('Description')).toHaveValue('')
    const style = screen.getByRole('radiogroup', { name: 'Style' })
    expect(within(style).getByRole('radio', { name: 'Classic' })).toBeChecked()
    expect(screen.getByRole('spinbutton', { name: 'Duration' })).toHaveValue(30)
    const format = screen.getByRole('radiogroup', { name: 'Format' })
    expect(within(format).getByRole('radio', { name: 'Wide 16:9' })).toBeChecked()
    expect(tiles()).toHaveLength(3)
    expect(captions()).toHaveLength(3)
    expect(screen.getByText('All changes saved')).toBeVisible()
  })
  test('has what is typed on screen at once and saved when typing rests, and is told the truth about it', async () => {
    openEditor()
    write(field('Title'), 'Lake and sea')
    expect(screen.getByText('Saving…')).toBeVisible()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Lake and sea')
    expect(asked).toEqual([])
    await isSaved()
    expect(asked).toEqual([
      { method: 'PATCH', table: 'video_projects', body: { title: 'Lake and sea', rev: 1 } },
    ])
    expect(field('Title')).toHaveValue('Lake and sea')
  })
  test('has a field saved when leaving it', async () => {
    const { editor } = openEditor()
    const [, caption = never()] = captions()
    const phases = () => [...editor.store.getState().unsaved.values()].map(({ phase }) => phase)
    act(() => caption.focus())
    write(caption, 'Dusk')
    expect(phases()).toEqual(['typing'])
    act(() => caption.blur())
    expect(phases()).toEqual(['saving'])
    await isSaved()
    expect(asked).toEqual([{ method: 'PATCH', table: 'photos', body: { caption: 'Dusk' } }])
  })
  test('reads why an empty title or an odd length is not saved, and keeps what was typed', async () => {
    const user = userEvent.setup()
    openEditor()
    await user.clear(field('Title'))
    expect(field('Title')).toBeInvalid()
    expect(field('Title')).toHaveAccessibleDescription('Give the film a title. It opens the film.')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Lake')
    const duration = screen.getByRole('spinbutton', { name: 'Duration' })
    await user.clear(duration)
    await user.type(duration, '2')
    expect(duration).toHaveAccessibleDescription('Choose between 5 seconds and 30 minutes.')
    expect(screen.getByText('Not saved')).toBeVisible()
    await user.tab()
    expect(asked).toEqual([])
    expect(duration).toHaveValue(2)
  })
  test('chooses style, format and length with one click', async () => {
    const user = userEvent.setup()
    openEditor()
    await user.click(screen.getByRole('radio', { name: 'Vintage' }))
    await user.click(screen.getByRole('radio', { name: 'Square 1:1' }))
    await user.click(screen.getByRole('button', { name: '1 min' }))
    await isSaved()
    const wishes = Object.assign({}, ...asked.map(({ body }) => body))
    expect(wishes).toMatchObject({ style: 'vintage', aspect_ratio: '1:1', duration_seconds: 60 })
    expect(screen.getByText('Vintage · 1 min · 1:1')).toBeVisible()
  })
  test('whose save was refused sees it, keeps the words and can try again', async () => {
    const user = userEvent.setup()
    serverMood.refuses = true
    openEditor()
    await user.type(field('Description'), 'June')
    await user.tab()
    await screen.findByText('Not saved')
    expect(field('Description')).toHaveValue('June')
    serverMood.refuses = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await isSaved()
    expect(field('Description')).toHaveValue('June')
  })
})

describe('undo and redo', () => {
  test('take back and do again with the keys, also from inside a field', async () => {
    const user = userEvent.setup()
    openEditor()
    await user.type(field('Title'), 's')
    await user.keyboard('{Control>}z{/Control}')
    expect(field('Title')).toHaveValue('Lake')
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(field('Title')).toHaveValue('Lakes')
    await isSaved()
    expect(field('Title')).toHaveValue('Lakes')
  })
  test('have buttons that say whether there is anything to do', async () => {
    const user = userEvent.setup()
    openEditor()
    const [undo, redo] = [
      screen.getByRole('button', { name: 'Undo' }),
      screen.getByRole('button', { name: 'Redo' }),
    ]
    expect(undo).toHaveAttribute('aria-disabled', 'true')
    await user.click(screen.getByRole('radio', { name: 'Modern' }))
    await user.click(undo)
    expect(screen.getByRole('radio', { name: 'Classic' })).toBeChecked()
    await user.click(redo)
    expect(screen.getByRole('radio', { name: 'Modern' })).toBeChecked()
    expect(redo).toHaveAttribute('aria-disabled', 'true')
    await isSaved()
  })
  test('leave fields that are not the editor’s to the browser', () => {
    const { editor } = openEditor()
    act(() => editor.photos.remove(PHOTOS[0] ?? never()))
    const search = document.createElement('input')
    document.body.append(search)
    fireEvent.keyDown(search, { key: 'z', ctrlKey: true })
    expect(tiles()).toHaveLength(2)
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(tiles()).toHaveLength(3)
    search.remove()
  })
})

describe('the photos', () => {
  const order = () => tiles().map((tile) => tile.dataset.photo)
  const [first, second, third] = PHOTOS.map(({ id }) => id)

  test('move by their buttons, keep the focus and say where they are', async () => {
    const user = userEvent.setup()
    openEditor()
    const later = screen.getByRole('button', { name: 'Move later: photo 1' })
    await user.click(later)
    await waitFor(() => expect(order()).toEqual([second, first, third]))
    expect(screen.getByText('Photo 1 is now at place 2 of 3.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Move later: photo 2' })).toHaveFocus()
    await isSaved()
    expect(asked).toMatchObject([
      { method: 'PATCH', table: 'photos', body: { position: expect.any(String) } },
    ])
  })
  test('at the ends cannot move further', async () => {
    const user = userEvent.setup()
    openEditor()
    const earlier = screen.getByRole('button', { name: 'Move earlier: photo 1' })
    expect(earlier).toHaveAttribute('aria-disabled', 'true')
    await user.click(earlier)
    expect(order()).toEqual([first, second, third])
    expect(screen.getByRole('button', { name: 'Move later: photo 3' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })
  test('that are removed disappear, and the focus goes to the neighbour', async () => {
    const user = userEvent.setup()
    const { editor } = openEditor()
    await user.click(screen.getByRole('button', { name: 'Remove photo 2' }))
    expect(order()).toEqual([first, third])
    expect(screen.getByRole('button', { name: 'Move photo 2' })).toHaveFocus()
    expect(asked).toEqual([])
    await act(() => editor.flush())
    expect(asked).toEqual([{ method: 'DELETE', table: 'photos', body: {} }])
  })
})

test('the parts of the editor can be chosen, for a phone shows one at a time', async () => {
  const user = userEvent.setup()
  const { editor } = openEditor()
  const show = screen.getByRole('group', { name: 'Show' })
  await user.click(within(show).getByRole('button', { name: 'Details' }))
  expect(within(show).getByRole('button', { name: 'Details' })).toHaveAttribute('aria-pressed', 'true')
  expect(editor.store.getState().selectedTool).toBe('details')
})

test('who becomes a viewer while at the details is shown the photos', () => {
  const { editor } = openEditor({ mayEdit: false })
  act(() => editor.store.getState().pickTool('details'))
  const show = screen.getByRole('group', { name: 'Show' })
  expect(within(show).getByRole('button', { name: 'Photos' })).toHaveAttribute('aria-pressed', 'true')
  expect(within(show).queryByRole('button', { name: 'Details' })).toBeNull()
})

function never(): never {
  throw new Error('There is no such photo')
}
