import { act, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { expect, test } from 'vitest'
import { NavigationLinks } from './destinations'

function open(address: string, hasWords = true) {
  const router = createMemoryRouter([{ path: '*', element: <NavigationLinks hasWords={hasWords} /> }], {
    initialEntries: [address],
  })
  render(<RouterProvider router={router} />)
  return router
}
const current = () =>
  screen
    .getAllByRole('link')
    .filter((link) => link.getAttribute('aria-current') === 'page')
    .map((link) => link.textContent)

test('the page one is on is marked, from the address alone', async () => {
  const router = open('/projects/0f8fad5b-d9cb-469f-a165-70867728950e?tab=1')
  expect(current()).toEqual(['Projects'])
  await act(() => router.navigate('/media'))
  expect(current()).toEqual(['Media library'])
  await act(() => router.navigate('/elsewhere'))
  expect(current()).toEqual([])
})

test('icons without words have their names, and carry them for the tip beside them', () => {
  open('/queue', false)
  expect(screen.getByRole('link', { name: 'Media library' })).toHaveAttribute('data-tip', 'Media library')
})
