import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderInApp } from '@/components/ui/renderInApp.fixture'
import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { libraryPhoto } from '@/domain/libraryPhoto.fixture'
import { useViewedPhoto } from './useViewedPhoto'

const photos = ['a', 'b', 'c'].map((name) => libraryPhoto(name))
const [a, b, c] = photos.map(({ id }) => id)

let order: readonly LibraryPhoto[] = photos
function Library() {
  const viewed = useViewedPhoto(order)
  return (
    <>
      <output>{order[viewed.place]?.filename ?? 'none'}</output>
      <button type="button" onClick={() => viewed.open(b ?? '')}>
        open
      </button>
      <button type="button" onClick={() => viewed.show(c ?? '')}>
        next
      </button>
      <button type="button" onClick={viewed.close}>
        close
      </button>
    </>
  )
}
function show(at = '/media?by=place', all: readonly LibraryPhoto[] = photos) {
  order = all
  const { router } = renderInApp(<Library />, { path: '/media', at })
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
  const become = async (next: readonly LibraryPhoto[]) => {
    order = next
    // Anything that draws the page anew.
    await act(() => router.navigate(router.state.location, { replace: true }))
  }
  return { router, press, become, shown: () => screen.getByRole('status').textContent }
}

test('opening is a step, going on is none, and closing goes back to the library as it was', async () => {
  const { router, press, shown } = show()
  expect(shown()).toBe('none')
  await press('open')
  expect(shown()).toBe('b')
  await press('next')
  expect(shown()).toBe('c')
  expect(router.state.location.search).toBe(`?by=place&photo=${c}`)
  await press('close')
  // A browser goes back in its own time.
  await waitFor(() => expect(shown()).toBe('none'))
  expect(router.state.location.search).toBe('?by=place')
  expect(router.state.historyAction).toBe('POP')
})

test('an address that names a photo shows it, and closing has nothing to go back to', async () => {
  const { router, press, shown } = show(`/media?photo=${a}`)
  expect(shown()).toBe('a')
  await press('close')
  expect(shown()).toBe('none')
  expect(router.state.historyAction).toBe('REPLACE')
})

test('what goes away gives its place to the next, and the last one to the one before it', async () => {
  const { router, become, shown } = show(`/media?photo=${b}`)
  await become(photos.filter(({ id }) => id !== b))
  expect(shown()).toBe('c')
  expect(router.state.location.search).toBe(`?photo=${c}`)
  await become(photos.filter(({ id }) => id === a))
  expect(shown()).toBe('a')
  await become([])
  expect(shown()).toBe('none')
  expect(router.state.location.search).toBe('')
})

test('a photo that nobody knows is not shown, until it comes', async () => {
  const { become, shown } = show(`/media?photo=${b}`, [])
  expect(shown()).toBe('none')
  await become(photos)
  expect(shown()).toBe('b')
})
