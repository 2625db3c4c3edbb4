import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Profiler } from 'react'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADA, renderInApp } from '@/components/ui/renderInApp.fixture'
import { lake } from '@/hooks/editor/editorDesk.fixture'
import { EditorScope, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import type { EditorStore } from '@/stores/editor.store'
import { filmOf } from '@/render/segments/film.fixture'
import { filmShots } from '@/story/filmShots'
import { openEditor, PHOTOS, projectServer } from './openEditor.fixture'
import { Timeline } from './Timeline'

beforeAll(() => projectServer.listen())
afterAll(() => projectServer.close())

const playhead = () => screen.getByRole('slider', { name: 'Playhead' })
const at = () => playhead().getAttribute('aria-valuetext')

describe('the playhead', () => {
  test('moves by frames, by seconds, by shots and to both ends, and never beyond', async () => {
    const user = userEvent.setup()
    openEditor()
    playhead().focus()
    expect(at()).toBe('0:00 of 0:30, photo 1')
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
    expect(playhead()).toHaveAttribute('aria-valuenow', '0')
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
    expect(at()).toBe('0:01 of 0:30, photo 1')
    await user.keyboard('{PageDown}')
    expect(at()).toMatch(/photo 2$/)
    await user.keyboard('{End}')
    expect(at()).toBe('0:30 of 0:30, photo 3')
    expect(playhead()).toHaveAttribute('aria-valuenow', '30')
    await user.keyboard('{PageUp}')
    expect(at()).toMatch(/photo 3$/)
    await user.keyboard('{Home}{ArrowLeft}')
    expect(at()).toBe('0:00 of 0:30, photo 1')
  })
  test('leads to the photo it is at', async () => {
    const user = userEvent.setup()
    const { editor } = openEditor()
    playhead().focus()
    await user.keyboard('{End}{Enter}')
    expect(screen.getByRole('button', { name: 'Move photo 3' })).toHaveFocus()
    expect(editor.store.getState().selectedPhotoId).toBe(PHOTOS[2]?.id)
  })
  test('moves to where the strip is pressed, and that photo is chosen', () => {
    const { editor } = openEditor()
    const strip = playhead().parentElement ?? document.body
    strip.getBoundingClientRect = () => new DOMRect(100, 0, 600, 80)
    strip.setPointerCapture = () => undefined
    fireEvent.pointerDown(strip, { clientX: 400, buttons: 1, pointerId: 1 })
    expect(editor.store.getState().timeline.positionSeconds).toBe(15)
    expect(editor.store.getState().selectedPhotoId).toBe(PHOTOS[1]?.id)
    fireEvent.pointerMove(strip, { clientX: 9000, buttons: 1, pointerId: 1 })
    expect(editor.store.getState().timeline.positionSeconds).toBe(30)
    fireEvent.pointerMove(strip, { clientX: 100, buttons: 0, pointerId: 1 })
    expect(editor.store.getState().timeline.positionSeconds).toBe(30)
  })
  test('ends with a film that has become shorter', async () => {
    const { editor } = openEditor()
    act(() => editor.store.getState().movePlayhead(30, 30))
    await userEvent.click(screen.getByRole('button', { name: '15 s' }))
    await screen.findByText('All changes saved')
    expect(at()).toBe('0:15 of 0:15, photo 3')
  })
})

test('a film that plays moves the playhead a hundred times without a render', () => {
  const commits: string[] = []
  const inside: { store?: EditorStore } = {}
  function Keep() {
    Object.assign(inside, { store: useProjectEditor().store })
    return null
  }
  const film = filmOf([1])
  const [photo] = PHOTOS
  const shots = filmShots(film).map((shot) => ({ ...shot, photoIds: [photo?.id ?? ''], endSeconds: 30 }))
  const desk = { film, shots, photos: PHOTOS, pace: 1, seconds: 30 }
  renderInApp(
    <EditorScope userId={ADA} projectId={lake.id} mayEdit>
      <Keep />
      <Profiler id="timeline" onRender={(_id, phase) => commits.push(phase)}>
        <Timeline desk={desk} />
      </Profiler>
    </EditorScope>,
  )
  const before = commits.length
  for (let n = 1; n <= 100; n++) act(() => inside.store?.getState().movePlayhead(n / 10, 30))
  expect(at()).toBe('0:10 of 0:30, photo 1')
  expect(commits).toHaveLength(before)
})

test('zoom goes by the buttons and by the keys, and stops at both ends', async () => {
  const user = userEvent.setup()
  const { editor } = openEditor()
  const zoom = () => editor.store.getState().timeline.zoom
  const closer = screen.getByRole('button', { name: 'Zoom in' })
  await user.click(closer)
  expect(zoom()).toBe(2)
  playhead().focus()
  await user.keyboard('+-+')
  expect(zoom()).toBe(4)
  await user.click(closer)
  await user.click(closer)
  expect(zoom()).toBe(8)
  expect(closer).toHaveAttribute('aria-disabled', 'true')
  for (let n = 0; n < 9; n++) fireEvent.keyDown(playhead(), { key: '-' })
  expect(zoom()).toBe(0.25)
})
