import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { SearchBox } from './SearchBox'

const box = (onSearch: (search: string) => void, search = '') => (
  <SearchBox label="Search projects" placeholder="" search={search} onSearch={onSearch} />
)
const field = () => screen.getByRole('searchbox', { name: 'Search projects' })

test('what is typed is searched for when it rests, by whoever listens then', async () => {
  const [early, late] = [vi.fn<(search: string) => void>(), vi.fn<(search: string) => void>()]
  const { rerender } = render(box(early))
  await userEvent.type(field(), 'lake ')
  rerender(box(late))
  await vi.waitFor(() => expect(late).toHaveBeenCalledExactlyOnceWith('lake'))
  expect(early).not.toHaveBeenCalled()
})
test('the Enter key does not wait', async () => {
  const onSearch = vi.fn<(search: string) => void>()
  render(box(onSearch))
  await userEvent.type(field(), 'lake{Enter}')
  expect(onSearch).toHaveBeenCalledExactlyOnceWith('lake')
})
test('an address that changes otherwise comes into the box', () => {
  const { rerender } = render(box(() => undefined, 'lake'))
  rerender(box(() => undefined, 'sea'))
  expect(field()).toHaveValue('sea')
})
