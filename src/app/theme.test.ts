import { readFileSync } from 'node:fs'
import { renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Theme } from '@/stores/ui.store'
import { useAppliedTheme } from './useAppliedTheme'

beforeEach(() => {
  localStorage.clear()
  delete document.documentElement.dataset.returning
  document.documentElement.className = 'theirs'
  delete document.documentElement.dataset.theme
  // The very metas of the page.
  document.head.innerHTML =
    readFileSync('index.html', 'utf8')
      .match(/<meta name="(color|theme)-[^>]*>/g)
      ?.join('') ?? ''
})
const themeOfPage = () => document.documentElement.dataset.theme
const metas = (name: string) => [...document.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)]
/** What the browser is told: its own controls, and which colour its bar has under which condition. */
const browserIsTold = () => [
  ...metas('color-scheme').map(({ content }) => content),
  ...metas('theme-color').map((meta) => `${meta.content} ${meta.getAttribute('media')}`),
]
const TOLD = {
  dark: ['dark', '#faf8f5 not all', '#141210 all'],
  light: ['light', '#faf8f5 all', '#141210 not all'],
  system: ['light dark', '#faf8f5 (prefers-color-scheme: light)', '#141210 (prefers-color-scheme: dark)'],
}

describe('before the first paint', () => {
  /** The very file the page loads. */
  function firstPaint(saved: string | null) {
    if (saved !== null) localStorage.setItem('photomemory.ui', saved)

    const code = readFileSync('public/theme.js', 'utf8')
    // jsdom runs no script elements here.
    // oxlint-disable-next-line typescript/no-implied-eval -- our own file, as the page runs it
    new Function(code)()
  }
  test.each(['light', 'dark'] as const)('the chosen theme is on the page: %s', (theme) => {
    firstPaint(`{"state":{"theme":"${theme}"},"version":2}`)
    expect(themeOfPage()).toBe(theme)
    expect(browserIsTold()).toEqual(TOLD[theme])
  })
  test.each([null, '{"state":{"theme":"system"}}', '{"state":{"theme":"pink"}}', 'null', '{broken'])(
    'the system decides when %s is kept',
    (saved) => {
      firstPaint(saved)
      expect(themeOfPage()).toBeUndefined()
      expect(browserIsTold()).toEqual(TOLD.system)
    },
  )

  test.each([
    [null, ['de-AT', 'en'], 'de'],
    [null, ['pt-BR', 'zh-Hant-TW'], 'zh'],
    [null, ['pt-BR'], 'en'],
    ['{broken', ['fr'], 'fr'],
    ['{"state":{"language":"ja"}}', ['de'], 'ja'],
    ['{"state":{"language":"xx"}}', ['de'], 'de'],
  ])(
    'the first sentence is in the language that the page will speak: kept %s, wished %j',
    (saved, wished, tag) => {
      vi.spyOn(navigator, 'languages', 'get').mockReturnValue(wished)
      firstPaint(saved)
      expect(document.documentElement.lang).toBe(tag)
      vi.restoreAllMocks()
    },
  )

  const returning = () => document.documentElement.dataset.returning
  test('a stranger sees no sidebar that is not theirs', () => {
    firstPaint(null)
    expect(returning()).toBeUndefined()
  })
  test.each([
    [null, 1440, 'wide'],
    [null, 800, 'narrow'],
    ['{"state":{"sidebar":{"tablet":true,"laptop":false}}}', 1440, 'narrow'],
    ['{"state":{"theme":"dark","sidebar":{"tablet":true,"laptop":false}}}', 800, 'wide'],
  ])('who was signed in here sees the sidebar as they left it: %s at %i', (saved, width, expected) => {
    localStorage.setItem('sb-localhost-auth-token', '{}')
    vi.stubGlobal('innerWidth', width)
    firstPaint(saved)
    expect(returning()).toBe(expected)
    vi.unstubAllGlobals()
  })
})

test('a change of theme is on the page at once, and system leaves it to the system', () => {
  const { rerender } = renderHook(({ theme }: { theme: Theme }) => useAppliedTheme(theme), {
    initialProps: { theme: 'dark' },
  })
  expect(themeOfPage()).toBe('dark')
  expect(browserIsTold()).toEqual(TOLD.dark)
  rerender({ theme: 'light' })
  expect(themeOfPage()).toBe('light')
  expect(browserIsTold()).toEqual(TOLD.light)
  rerender({ theme: 'system' })
  expect(themeOfPage()).toBeUndefined()
  expect(browserIsTold()).toEqual(TOLD.system)
})

test('what else stands on the page element is left alone', () => {
  renderHook(() => useAppliedTheme('dark'))
  expect(document.documentElement.className).toBe('theirs')
})
