import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { submitDraft } from '@/generation/submitDraft'
import { DataError, DraftError } from '@/lib/errors'
import { loadDraft } from '@/lib/localDrafts'
import { ingestPhoto } from '@/media/ingestPhoto'
import {
  ADA,
  draftSaved,
  freshDevice,
  openPage,
  photo,
  photoNames,
  picker,
  readByName,
  title,
} from './NewProjectPage.fixture'

// Both need what jsdom has not: a decoder, and a server to upload to. tests/browser and tests/e2e run the real ones.
vi.mock('@/media/analysePhoto', () => ({ analysePhoto: () => Promise.resolve(null) }))
vi.mock('@/media/ingestPhoto', () => ({ ingestPhoto: vi.fn<typeof ingestPhoto>() }))
vi.mock('@/generation/submitDraft', () => ({ submitDraft: vi.fn<typeof submitDraft>() }))

vi.setConfig({ testTimeout: 30_000 })

beforeEach(async () => {
  vi.mocked(ingestPhoto).mockImplementation(readByName)
  vi.mocked(submitDraft).mockReset()
  await freshDevice()
})
afterEach(() => vi.unstubAllGlobals())

describe('creating the video', () => {
  const fill = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.type(await title(), 'Lake')
    await user.upload(picker(), [photo('a.jpg'), photo('b.jpg')])
    await draftSaved()
  }
  const create = () => screen.getByRole('button', { name: 'Create video' })

  test('submits once however often it is asked, with the files, and leads to the project', async () => {
    const user = userEvent.setup()
    let files: string[] = []
    let finish: () => void = () => undefined
    vi.mocked(submitDraft).mockImplementation(async (draft, readFile, { onProgress }) => {
      onProgress({ type: 'step', step: 'uploading' })
      onProgress({ type: 'photo', photoId: draft.photos[0]?.id ?? '', state: { kind: 'done' } })
      onProgress({ type: 'total', fraction: 0.5, donePhotos: 1, photoCount: 2 })
      files = await Promise.all(draft.photos.map(async ({ id }) => (await readFile(id)).text()))
      await new Promise<void>((resolve) => (finish = resolve))
      return { projectId: draft.id } as Awaited<ReturnType<typeof submitDraft>>
    })
    openPage()
    await fill(user)
    await user.dblClick(create())
    expect(await screen.findByText('Uploading 2 of 2…')).toBeVisible()
    expect(screen.getByRole('progressbar', { name: 'Upload progress' })).toHaveAttribute(
      'aria-valuenow',
      '50',
    )
    expect(await title()).toBeDisabled()
    expect(await loadDraft(ADA)).toMatchObject({ state: 'found' })
    finish()
    expect(await screen.findByRole('heading', { name: 'The project' })).toBeVisible()
    expect(files).toEqual(['a.jpg', 'b.jpg'])
    expect(submitDraft).toHaveBeenCalledTimes(1)
    expect(await loadDraft(ADA)).toEqual({ state: 'none' })
  })

  test('that failed says why, keeps the draft, and can be tried again', async () => {
    const user = userEvent.setup()
    vi.mocked(submitDraft).mockImplementationOnce(async (draft, _readFile, { onProgress }) => {
      const error = new DraftError('file_gone', 'gone')
      onProgress({ type: 'photo', photoId: draft.photos[1]?.id ?? '', state: { kind: 'failed', error } })
      throw error
    })
    vi.mocked(submitDraft).mockImplementationOnce(async (draft) => ({ projectId: draft.id }) as never)
    openPage()
    await fill(user)
    await user.click(create())
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('“b.jpg” could not be uploaded: This file was moved or deleted.')
    expect(alert).toHaveTextContent('Your draft is still here.')
    expect(await title()).toBeEnabled()
    await user.click(screen.getByRole('button', { name: 'Try b.jpg again' }))
    expect(await screen.findByRole('heading', { name: 'The project' })).toBeVisible()
    const [first, second] = vi.mocked(submitDraft).mock.calls
    expect(second?.[0].requestKey).toBe(first?.[0].requestKey)
  })

  test('can be cancelled, and the draft is as it was', async () => {
    const user = userEvent.setup()
    vi.mocked(submitDraft).mockImplementation(
      (_draft, _readFile, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    )
    openPage()
    await fill(user)
    await user.click(create())
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(create()).toBeVisible())
    expect(screen.queryByRole('alert')).toBeNull()
    expect(photoNames()).toEqual(['a.jpg', 'b.jpg'])
  })

  test('offline says so, and goes on by itself when the connection is back', async () => {
    const user = userEvent.setup()
    vi.mocked(submitDraft).mockImplementation(async (draft) => ({ projectId: draft.id }) as never)
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    openPage()
    await fill(user)
    await user.click(create())
    expect(await screen.findByRole('alert')).toHaveTextContent('No connection.')
    expect(submitDraft).not.toHaveBeenCalled()
    online.mockRestore()
    window.dispatchEvent(new Event('online'))
    expect(await screen.findByRole('heading', { name: 'The project' })).toBeVisible()
  })

  test('waits for photos that are still being read', async () => {
    const user = userEvent.setup()
    let answer: () => void = () => undefined
    vi.mocked(ingestPhoto).mockImplementation(async (file) => {
      await new Promise<void>((resolve) => (answer = resolve))
      return { facts: draftPhoto(file.name, null, file.size).facts, thumbnail: new Blob(['t']) }
    })
    vi.mocked(submitDraft).mockImplementation(async (draft) => ({ projectId: draft.id }) as never)
    openPage()
    await user.type(await title(), 'Lake')
    await user.upload(picker(), photo('a.jpg'))
    await user.click(create())
    expect(submitDraft).not.toHaveBeenCalled()
    answer()
    await waitFor(() => expect(submitDraft).toHaveBeenCalledTimes(1))
    expect(vi.mocked(submitDraft).mock.calls[0]?.[0].photos).toHaveLength(1)
  })

  test('a server that refuses is said in its own words', async () => {
    const user = userEvent.setup()
    vi.mocked(submitDraft).mockRejectedValue(new DataError('queue the film', 'monthly_quota', 403))
    openPage()
    await fill(user)
    await user.click(create())
    expect(await screen.findByRole('alert')).toHaveTextContent('You have used all films of this month.')
  })
})
