import { JSDOM } from 'jsdom'
import { vi } from 'vitest'

const PARTS = [
  'document',
  'navigator',
  'HTMLElement',
  'HTMLIFrameElement',
  'Node',
  'MutationObserver',
] as const

/**
 * Only what React needs of a page: under the whole jsdom environment the server would not work. Call it after
 * `startWorld`, whose `close` takes it away again. `acts` false: what others do arrives when it arrives.
 */
export function stubReactPage({ acts }: { acts: boolean }): void {
  const { window } = new JSDOM('<!doctype html>')
  for (const name of PARTS) vi.stubGlobal(name, window[name])
  vi.stubGlobal('window', window)
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', acts)
}
