import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lake } from '@/hooks/editor/editorDesk.fixture'
import { asked, CROWD, openEditor, projectServer } from './openEditor.fixture'

beforeAll(() => projectServer.listen())
afterAll(() => projectServer.close())
beforeEach(() => {
  asked.length = 0
})

/** So short that some of its photos have no time. */
const brief = { project: { ...lake, durationSeconds: 5 }, photos: CROWD }
const tile = (number: number) =>
  within(screen.getByRole('list', { name: 'Photos' })).getAllByRole('listitem')[number - 1]
const isSaved = () => screen.findByText('All changes saved')
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('a photo left out by hand says so, keeps the focus, and comes back by its button or by undo', async () => {
  openEditor()
  await press('Leave out: photo 2')
  expect(tile(2)).toHaveTextContent('Left out')
  expect(screen.getByRole('button', { name: 'Move photo 2' })).toHaveFocus()
  await isSaved()
  expect(asked).toEqual([{ method: 'PATCH', table: 'photos', body: { choice: 'skip' } }])
  await press('Put photo 2 back into the film')
  expect(tile(2)).not.toHaveTextContent('Left out')
  await press('Undo')
  expect(tile(2)).toHaveTextContent('Left out')
  await press('Undo')
  expect(tile(2)).not.toHaveTextContent('Left out')
  await isSaved()
})

test('a photo for which there is no time says so, and is kept anyway when somebody wants it', async () => {
  openEditor(brief)
  const [left] = screen.getAllByRole('button', { name: /^Keep photo \d anyway$/ })
  const number = Number(left?.getAttribute('aria-label')?.match(/\d/)?.[0])
  expect(tile(number)).toHaveTextContent('No time for it')
  await press(`Keep photo ${number} anyway`)
  expect(tile(number)).toHaveTextContent('Always in the film')
  await isSaved()
  expect(asked).toEqual([{ method: 'PATCH', table: 'photos', body: { choice: 'keep' } }])
  await press(`Let photo ${number} go`)
  expect(tile(number)).toHaveTextContent('No time for it')
  await isSaved()
})

test('with every photo left out each still says so', async () => {
  openEditor()
  for (const number of [1, 2, 3]) await press(`Leave out: photo ${number}`)
  for (const number of [1, 2, 3]) expect(tile(number)).toHaveTextContent('Left out')
  await isSaved()
})

test('a viewer reads what is left out and cannot change it', () => {
  openEditor({ ...brief, mayEdit: false })
  expect(screen.getAllByText('No time for it')).not.toHaveLength(0)
  expect(screen.queryByRole('button', { name: /Keep|Leave out/ })).toBeNull()
})

test('the chosen photo says why it is shown as it is, or why it is not shown', async () => {
  const { editor } = openEditor(brief)
  expect(screen.queryByText('Why?')).toBeNull()
  act(() => editor.store.getState().selectPhoto(CROWD[0]?.id ?? null))
  await userEvent.click(screen.getByText('Why?'))
  const reasons = within(screen.getByRole('list', { name: 'Reasons for photo 1' }))
  expect(reasons.getByText('It opens the film.')).toBeVisible()
  const [left] = screen.getAllByRole('button', { name: /^Keep photo \d anyway$/ })
  const number = Number(left?.getAttribute('aria-label')?.match(/\d/)?.[0])
  act(() => editor.store.getState().selectPhoto(CROWD[number - 1]?.id ?? null))
  expect(screen.getByRole('list', { name: `Reasons for photo ${number}` })).toHaveTextContent(
    /^It is left out: there is time for [2-8] of 9 different photos\.$/,
  )
})
