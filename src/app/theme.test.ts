import { readFileSync } from 'node:fs'
import { renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Theme } from '@/stores/ui.store'
import { useAppliedTheme } from './useAppliedTheme'

beforeEach(() => {
  localStorage.clear()
  delete document.documentElement.dataset.theme
})
const themeOfPage = () => document.documentElement.dataset.theme

describe('before the first paint', () => {
  /** The very file the page loads. */
  function firstPaint(saved: string | null) {
    if (saved !== null) localStorage.setItem('photomemory.ui', saved)

    const code = readFileSync('public/theme.js', 'utf8')
    // jsdom runs no script elements here.
    // oxlint-disable-next-line typescript/no-implied-eval -- our own file, as the page runs it
    new Function(code)()
  }
  test('the chosen theme is on the page', () => {
    firstPaint('{"state":{"theme":"dark"},"version":1}')
    expect(themeOfPage()).toBe('dark')
  })
  test.each([null, '{"state":{"theme":"system"}}', '{"state":{"theme":"pink"}}', 'null', '{broken'])(
    'the system decides when %s is kept',
    (saved) => {
      firstPaint(saved)
      expect(themeOfPage()).toBeUndefined()
    },
  )
})

test('a change of theme is on the page at once, and system leaves it to the system', () => {
  const { rerender } = renderHook(({ theme }: { theme: Theme }) => useAppliedTheme(theme), {
    initialProps: { theme: 'dark' },
  })
  expect(themeOfPage()).toBe('dark')
  rerender({ theme: 'light' })
  expect(themeOfPage()).toBe('light')
  rerender({ theme: 'system' })
  expect(themeOfPage()).toBeUndefined()
})
