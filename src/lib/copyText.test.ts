import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from './copyText'

afterEach(() => vi.unstubAllGlobals())

test('without a clipboard, as over plain http, nothing is copied and nothing fails', async () => {
  vi.stubGlobal('navigator', {})
  expect(await copyText('a report')).toBe(false)
})
