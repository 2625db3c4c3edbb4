import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lake } from '@/hooks/editor/editorDesk.fixture'
import { asked, BEN, openEditor, projectServer } from './openEditor.fixture'

beforeAll(() => projectServer.listen())
afterAll(() => projectServer.close())
beforeEach(() => {
  asked.length = 0
})

const choices = () => within(screen.getByRole('radiogroup', { name: 'Music' })).getAllByRole('radio')
const chosen = () =>
  choices()
    .filter((radio) => radio instanceof HTMLInputElement && radio.checked)
    .map((radio) => radio.parentElement?.textContent)
const offered = () => choices().map((radio) => radio.parentElement?.textContent)
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
const isSaved = () => screen.findByText('All changes saved')

test('music is chosen among the moods of the style, is saved, and can be taken back', async () => {
  openEditor()
  expect(offered()).toEqual(['To match the style', 'Warm', 'Tender', 'No music'])
  expect(chosen()).toEqual(['To match the style'])
  await choose('Tender')
  expect(chosen()).toEqual(['Tender'])
  await isSaved()
  expect(asked).toEqual([
    {
      method: 'PATCH',
      table: 'video_projects',
      body: { music: { kind: 'score', mood: 'tender', seed: 1 }, rev: 1 },
    },
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(chosen()).toEqual(['To match the style'])
  await isSaved()
})

test('a mood that another style offers stays chosen until it is changed', async () => {
  openEditor()
  await choose('Warm')
  await choose('Modern')
  expect(offered()).toEqual(['To match the style', 'Bright', 'Bold', 'Carefree', 'Warm', 'No music'])
  expect(chosen()).toEqual(['Warm'])
  await choose('No music')
  expect(offered()).toEqual(['To match the style', 'Bright', 'Bold', 'Carefree', 'No music'])
  await isSaved()
})

test('a track of one’s own stays at hand when other music is tried', async () => {
  const trackId = '99999999-9999-4999-8999-999999999999'
  openEditor({ project: { ...lake, music: { kind: 'track', trackId } } })
  expect(chosen()).toEqual(['Your own track'])
  await choose('No music')
  await choose('Your own track')
  expect(chosen()).toEqual(['Your own track'])
  await isSaved()
})

test('a track that somebody else is only choosing is shown, and is asked for when it is saved', async () => {
  const trackId = '99999999-9999-4999-8999-999999999999'
  const requests: string[] = []
  const note = ({ request }: { request: Request }) => void requests.push(request.url)
  projectServer.events.on('request:start', note)
  const { room } = openEditor()
  act(() => {
    const { presentHeard, typingHeard } = room.getState()
    presentHeard([{ key: 'ben', userId: BEN }])
    typingHeard('ben', { kind: 'field', field: 'music' }, `track:${trackId}`, Date.now())
  })
  expect(chosen()).toEqual(['Your own track'])
  await choose('No music')
  await isSaved()
  projectServer.events.removeListener('request:start', note)
  expect(requests.filter((url) => url.includes('audio_tracks'))).toEqual([])
})

test('a file that is no music is refused where it was chosen, and the music stays as it was', async () => {
  openEditor()
  await userEvent.upload(
    screen.getByLabelText('Choose a music file…'),
    new File([], 'empty.mp3', { type: 'audio/mpeg' }),
  )
  expect(await screen.findByRole('alert')).toHaveTextContent(/empty/)
  expect(chosen()).toEqual(['To match the style'])
  expect(asked).toEqual([])
})
