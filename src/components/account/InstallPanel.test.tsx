import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchInstallation } from '@/lib/installation'
import { InstallPanel } from './InstallPanel'

let mode = 'browser'
beforeEach(() => {
  mode = 'browser'
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes(mode) }))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('where the browser offers it the app is installed with one press, and the offer is used up', async () => {
  watchInstallation()
  const { container } = render(<InstallPanel />)
  expect(container).toBeEmptyDOMElement()
  const prompt = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt })
  act(() => void dispatchEvent(offer))
  expect(offer.defaultPrevented).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Install' }))
  expect(prompt).toHaveBeenCalledOnce()
  await waitFor(() => expect(container).toBeEmptyDOMElement())
})

test('on an iPhone it is said how; in the installed app there is nothing to say', () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)',
  )
  const { unmount } = render(<InstallPanel />)
  expect(screen.getByText(/Add to Home Screen/)).toBeVisible()
  unmount()
  mode = 'standalone'
  expect(render(<InstallPanel />).container).toBeEmptyDOMElement()
})
