import '@/app/theme.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { holdDraftLock } from '@/hooks/draftLock'
import { makeQueryClient } from '@/lib/queryClient'
import { closeLocalDatabase } from '@/lib/localDatabase'
import { discardSavedDraft, readDraftFile } from '@/lib/localDrafts'
import { NewProjectPage } from '@/pages/NewProjectPage'
import { useAuthStore } from '@/stores/auth.store'
import { useVideoStore } from '@/stores/video.store'
import { cornerCanvas, encodePicture } from '../fixtures/pictures'

const ADA = '11111111-1111-4111-8111-111111111111'

beforeEach(async () => {
  await page.viewport(1280, 900)
  useVideoStore.getState().draftClosed()
  await discardSavedDraft(ADA)
  useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' })
})

const openPage = () => {
  const routes = [{ path: '/projects/new', element: <NewProjectPage /> }]
  const router = createMemoryRouter(routes, { initialEntries: ['/projects/new'] })
  return render(
    <QueryClientProvider client={makeQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}
/** A real JPEG; the size tells one from another. */
const photo = async (name: string, width: number) =>
  new File([await encodePicture(cornerCanvas(width, 300), 'image/jpeg')], name, { type: 'image/jpeg' })

const title = page.getByRole('textbox', { name: 'Title' })
const photos = page.getByRole('list', { name: 'Photos' })
async function saved() {
  await expect.element(page.getByRole('status').filter({ hasText: 'Draft saved' })).toBeVisible()
}
const names = () => useVideoStore.getState().draft.photos.map(({ facts }) => facts.filename)

const sha256 = async (blob: Blob) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))).join()

function drop(files: readonly File[]) {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
}

describe('a draft with real photos', () => {
  test('is all there after a reload: words, order, captions, thumbnails and every byte', async () => {
    const files = [await photo('a.jpg', 400), await photo('b.jpg', 500), await photo('c.jpg', 600)]
    const first = await openPage()
    await title.fill('A week at the lake')
    await userEvent.upload(page.getByLabelText('Add photos', { exact: true }), files.slice(0, 1))
    await expect.element(photos).toBeVisible()
    drop(files.slice(1))
    await expect.poll(names).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
    await page.getByRole('textbox', { name: 'Caption for c.jpg' }).fill('The last evening')
    await saved()
    await first.unmount()
    await vi.waitFor(() => expect(useVideoStore.getState().ownerId).toBeNull())
    await closeLocalDatabase()

    await openPage()
    await expect.element(title).toHaveValue('A week at the lake')
    expect(names()).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
    await expect
      .element(page.getByRole('textbox', { name: 'Caption for c.jpg' }))
      .toHaveValue('The last evening')
    await saved()
    for (const [index, { id }] of useVideoStore.getState().draft.photos.entries()) {
      const file = files[index]
      if (!file) throw new Error('a photo too many')
      expect(await sha256(await readDraftFile(ADA, id))).toBe(await sha256(file))
    }
    const images = [...document.querySelectorAll<HTMLImageElement>('li img')]
    await vi.waitFor(() => expect(images.map(({ naturalWidth }) => naturalWidth)).toEqual([400, 480, 480]))
  })

  test('is reordered with the keyboard alone, and told to a screen reader', async () => {
    await openPage()
    await expect.element(title).toBeVisible()
    drop([await photo('a.jpg', 400), await photo('b.jpg', 500), await photo('c.jpg', 600)])
    await expect.poll(names).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
    page.getByRole('button', { name: 'Move a.jpg', exact: true }).element().focus()
    await userEvent.keyboard(' ')
    await expect.element(page.getByText('Picked up a.jpg, place 1 of 3.')).toBeInTheDocument()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(page.getByText('a.jpg would be at place 2 of 3.')).toBeInTheDocument()
    await userEvent.keyboard(' ')
    await expect.poll(names).toEqual(['b.jpg', 'a.jpg', 'c.jpg'])
    await expect.element(page.getByText('a.jpg is now at place 2 of 3.')).toBeInTheDocument()
    await expect.element(page.getByRole('button', { name: 'Move a.jpg', exact: true })).toHaveFocus()
    expect(photos.element().querySelectorAll(':scope > li')).toHaveLength(3)
    await saved()
  })

  test('is reordered by dragging a photo to another place', async () => {
    await openPage()
    await expect.element(title).toBeVisible()
    drop([await photo('a.jpg', 400), await photo('b.jpg', 500), await photo('c.jpg', 600)])
    await expect.poll(names).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
    const handle = (name: string) => page.getByRole('button', { name: `Move ${name}`, exact: true })
    await handle('a.jpg').dropTo(handle('c.jpg'), { steps: 12 })
    await expect.poll(names).toEqual(['b.jpg', 'c.jpg', 'a.jpg'])
    await saved()
  })

  test('is undone and redone with the keys; a text field keeps the undo of the browser', async () => {
    await openPage()
    await title.fill('Lake')
    drop([await photo('a.jpg', 400), await photo('b.jpg', 500)])
    await expect.poll(names).toEqual(['a.jpg', 'b.jpg'])
    await saved()
    await page.getByRole('button', { name: 'Remove a.jpg' }).click()
    await saved()
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(names()).toEqual(['a.jpg', 'b.jpg'])
    await saved()
    const [first] = useVideoStore.getState().draft.photos
    expect((await readDraftFile(ADA, first?.id ?? '')).size).toBe(first?.facts.bytes)
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(names()).toEqual(['b.jpg'])

    await title.click()
    await userEvent.keyboard('{End}s')
    await expect.element(title).toHaveValue('Lakes')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.element(title).toHaveValue('Lake')
    expect(names()).toEqual(['b.jpg'])
    await expect.poll(() => useVideoStore.getState().draft.title).toBe('Lake')
    await saved()
  })

  test('goes by its pictures: a text named .jpg is refused, a picture named .txt is not', async () => {
    await openPage()
    await expect.element(title).toBeVisible()
    const picture = await photo('picture.txt', 400)
    drop([new File(['no picture'], 'text.jpg', { type: 'image/jpeg' }), picture, new File([], 'nothing.jpg')])
    await expect.element(page.getByRole('alert')).toHaveTextContent('text.jpg: This file is not a photo')
    await expect.element(page.getByRole('alert')).toHaveTextContent('nothing.jpg: This file is empty.')
    await expect.poll(names).toEqual(['picture.txt'])
    await saved()
  })

  test('takes a picture from the clipboard', async () => {
    await openPage()
    await expect.element(title).toBeVisible()
    const clipboardData = new DataTransfer()
    clipboardData.items.add(await photo('pasted.jpg', 400))
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
    await expect.poll(names).toEqual(['pasted.jpg'])
  })
})

describe('two tabs', () => {
  test('one edits; the other reads, takes over, and has what was typed in the first', async () => {
    const other = { held: vi.fn<() => Promise<void>>(), elsewhere: vi.fn<() => Promise<void>>() }
    await openPage()
    await title.fill('Typed here')
    const lock = holdDraftLock(ADA, { ...other, leave: async () => undefined })
    await vi.waitFor(() => expect(other.elsewhere).toHaveBeenCalled())
    expect(other.held).not.toHaveBeenCalled()
    await title.fill('Typed here, a moment ago')
    lock.takeOver()
    await vi.waitFor(() => expect(other.held).toHaveBeenCalled())
    await expect.element(page.getByText('This draft is being edited in another tab.')).toBeVisible()
    await expect.element(title).toBeDisabled()
    await expect.element(title).toHaveValue('Typed here, a moment ago')

    await page.getByRole('button', { name: 'Edit it here' }).click()
    await lock.release()
    await expect.element(title).toBeEnabled()
    await expect.element(title).toHaveValue('Typed here, a moment ago')
  })

  test('a tab that does not answer loses the draft all the same', async () => {
    const frozen = navigator.locks.request(`draft:${ADA}`, () => new Promise(() => undefined))
    frozen.catch(() => undefined)
    await openPage()
    await page.getByRole('button', { name: 'Edit it here' }).click()
    await expect.element(title, { timeout: 10_000 }).toBeEnabled()
    await expect(frozen).rejects.toMatchObject({ name: 'AbortError' })
  })
})
