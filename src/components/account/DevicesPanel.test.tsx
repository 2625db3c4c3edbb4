import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { renderInApp } from '@/components/ui/renderInApp.fixture'
import { endOtherSessions } from '@/data/otherSessions'
import { DataError } from '@/lib/errors'
import { DevicesPanel } from './DevicesPanel'

// That the server really ends them is proved in tests/e2e/settings.spec.ts.
vi.mock('@/data/otherSessions', () => ({ endOtherSessions: vi.fn<() => Promise<void>>() }))
const end = vi.mocked(endOtherSessions)
beforeEach(() => end.mockReset().mockResolvedValue())

const button = (name: string) => screen.getByRole('button', { name })

test('ending the other sessions is asked first, with the focus on the harmless answer', async () => {
  renderInApp(<DevicesPanel />)
  await userEvent.click(button('Sign out everywhere else'))
  expect(button('Cancel')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(button('Sign out everywhere else')).toHaveFocus()
  expect(end).not.toHaveBeenCalled()
})

test('it says when the others are out, and the keyboard is where it was', async () => {
  renderInApp(<DevicesPanel />)
  await userEvent.click(button('Sign out everywhere else'))
  await userEvent.click(button('Sign out the others'))
  expect(await screen.findByText('Done. The others are out within an hour.')).toBeVisible()
  expect(button('Sign out everywhere else')).toHaveFocus()
  expect(end).toHaveBeenCalledOnce()
})

test('it says why it could not, and can be tried again', async () => {
  end.mockRejectedValueOnce(new DataError('sign out the other devices', 'network', 0))
  renderInApp(<DevicesPanel />)
  await userEvent.click(button('Sign out everywhere else'))
  await userEvent.click(button('Sign out the others'))
  expect(await screen.findByRole('alert')).toHaveTextContent('No connection')
  await userEvent.click(button('Sign out everywhere else'))
  await userEvent.click(button('Sign out the others'))
  await waitFor(() => expect(end).toHaveBeenCalledTimes(2))
})
