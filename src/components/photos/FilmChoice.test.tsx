import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { CreateBar } from '@/components/draft/CreateBar'
import { renderInApp } from '@/components/ui/renderInApp.fixture'
import { emptyDraft } from '@/domain/draft'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import type { Reason } from '@/domain/storyboard'
import { useUiStore } from '@/stores/ui.store'
import { useDraftPhoto, useVideoStore } from '@/stores/video.store'
import { because } from '@/story/reasons'
import { FilmChoice } from './FilmChoice'

const beach = draftPhoto('beach.jpg', null, 3)
const choice = () => useVideoStore.getState().draft.photos[0]?.choice
const open = (photos = [beach]) =>
  useVideoStore
    .getState()
    .draftOpened({ ownerId: 'ada', draft: { ...emptyDraft(), photos }, isKept: true, files: {}, lost: [] })
const noop = () => undefined

/** As long as there is time the director shows what is kept. */
function LeftOutUnlessKept({ reason }: { reason: Reason }) {
  const isKept = useDraftPhoto(beach.id)?.choice === 'keep'
  return <FilmChoice id={beach.id} leftOut={isKept ? undefined : reason} disabled={false} />
}

beforeEach(() => {
  useVideoStore.getState().draftClosed()
  useUiStore.getState().closeModal('draftPreview')
})

test.each([
  ['similar_to', 'Similar photo left out'],
  ['no_time', 'No time for it'],
] as const)(
  'a photo of the draft that is left out (%s) says why, and is kept when a person wants it',
  async (code, words) => {
    open()
    renderInApp(<LeftOutUnlessKept reason={because(code)} />)
    expect(screen.getByText(words)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Keep beach.jpg anyway' }))
    expect(choice()).toBe('keep')
    expect(screen.getByText('Always in the film')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Let beach.jpg go' }))
    expect(choice()).toBe('auto')
  },
)

test('a photo that is kept, but for which there is no time all the same, is not said to be in the film', async () => {
  open([{ ...beach, choice: 'keep' }])
  renderInApp(<FilmChoice id={beach.id} leftOut={because('no_time')} disabled={false} />)
  expect(screen.getByText('No time for it')).toBeVisible()
  expect(screen.queryByText('Always in the film')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Let beach.jpg go' }))
  expect(choice()).toBe('auto')
})

test('a photo of the draft that is left out by hand can be put back', async () => {
  open([{ ...beach, choice: 'skip' }])
  renderInApp(<FilmChoice id={beach.id} leftOut={because('skipped_by_you')} disabled={false} />)
  await userEvent.click(screen.getByRole('button', { name: 'Put beach.jpg back into the film' }))
  expect(choice()).toBe('auto')
})

test('who may only read the draft is told and not asked', () => {
  open()
  renderInApp(<FilmChoice id={beach.id} leftOut={because('no_time')} disabled />)
  expect(screen.getByText('No time for it')).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})

test('the draft can be previewed as soon as there is a photo to show', async () => {
  open([{ ...beach, choice: 'skip' }])
  renderInApp(<CreateBar onCancel={noop} onRetry={noop} />)
  expect(screen.queryByRole('button', { name: 'Preview' })).toBeNull()
  useVideoStore.getState().choosePhoto(beach.id, 'auto')
  await userEvent.click(await screen.findByRole('button', { name: 'Preview' }))
  expect(useUiStore.getState().modals.draftPreview).toEqual({})
})
