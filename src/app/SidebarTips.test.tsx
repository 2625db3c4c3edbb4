import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SidebarTips } from './SidebarTips'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  // jsdom draws nothing.
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  function Narrow() {
    const sidebar = useRef<HTMLElement>(null)
    return (
      <aside ref={sidebar}>
        <a href="/media" aria-label="Media library" data-tip="Media library">
          <svg data-testid="icon" />
        </a>
        <a href="/queue" data-tip="Queue">
          Q
        </a>
        <SidebarTips within={sidebar} />
      </aside>
    )
  }
  render(<Narrow />)
  // Nor does it know at the moment of the focus whether a key gave it. In Chromium: tests/e2e/first-run.spec.ts.
  for (const link of screen.getAllByRole('link')) {
    const matches = link.matches.bind(link)
    vi.spyOn(link, 'matches').mockImplementation((selector) =>
      selector === ':focus-visible' ? link === document.activeElement : matches(selector),
    )
  }
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
const tip = () => screen.queryByRole('tooltip', { hidden: true })?.textContent
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

test('an icon says its words when a pointer rests on it, and no longer when it leaves', async () => {
  fireEvent.pointerOver(screen.getByTestId('icon'))
  await wait(100)
  expect(tip()).toBeUndefined()
  await wait(500)
  expect(tip()).toBe('Media library')
  fireEvent.pointerLeave(screen.getByRole('complementary'))
  await wait(500)
  expect(tip()).toBeUndefined()
})

test('one with the keyboard’s focus says them at once, Escape takes them away', async () => {
  const user = userEvent.setup({ advanceTimers: (milliseconds) => void vi.advanceTimersByTime(milliseconds) })
  await user.tab()
  await wait(50)
  expect(tip()).toBe('Media library')
  await user.tab()
  await wait(50)
  expect(tip()).toBe('Queue')
  await user.keyboard('{Escape}')
  await wait(500)
  expect(tip()).toBeUndefined()
})

test('a finger wonders nothing', async () => {
  fireEvent.pointerOver(screen.getByTestId('icon'), { pointerType: 'touch' })
  await wait(1_000)
  expect(tip()).toBeUndefined()
})
