import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addWork } from './atWork'
import { onLastWords } from './lastWords'
import { isOutdated, reloadIfOutdated, watchMissingCode } from './newVersion'

const page = (entry: string) =>
  `<!doctype html><script type="module" crossorigin src="${entry}"></script><div id="root"></div>`
const reload = vi.fn<() => void>()
let answer: () => Promise<Response>
const stops: (() => void)[] = []

beforeEach(() => {
  sessionStorage.clear()
  reload.mockClear()
  const script = document.createElement('script')
  script.type = 'module'
  script.setAttribute('src', '/assets/index-old.js')
  script.toggleAttribute('defer', true)
  document.head.append(script)
  vi.stubGlobal('location', { reload })
  answer = () => Promise.resolve(new Response(page('/assets/index-new.js')))
  vi.stubGlobal('fetch', () => answer())
  stops.push(() => script.remove())
})
afterEach(() => {
  stops.splice(0).forEach((stop) => stop())
  vi.unstubAllGlobals()
})

describe('a tab is older than what the host serves', () => {
  test('when the page there begins with another file', async () => {
    expect(await isOutdated()).toBe(true)
  })
  test.each([
    ['it is the same page', () => Promise.resolve(new Response(page('/assets/index-old.js')))],
    ['there is no connection', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'the host is broken',
      () => Promise.resolve(new Response(page('/assets/index-new.js'), { status: 503 })),
    ],
    ['a network asks for a login', () => Promise.resolve(new Response('<h1>Welcome to our hotel</h1>'))],
  ])('but not when %s', async (_when, response) => {
    answer = response
    expect(await isOutdated()).toBe(false)
  })
})

describe('F48: code that is gone after a deploy', () => {
  test('F48: reloads the tab once, after everything unsaved was saved', async () => {
    const order: string[] = []
    reload.mockImplementation(() => void order.push('reload'))
    stops.push(
      onLastWords(async () => {
        await new Promise((resolve) => setTimeout(resolve, 20))
        order.push('saved')
      }),
      watchMissingCode(),
    )
    dispatchEvent(new Event('vite:preloadError'))
    dispatchEvent(new Event('vite:preloadError'))
    await vi.waitFor(() => expect(order).toEqual(['saved', 'reload']))
    await reloadIfOutdated()
    expect(reload).toHaveBeenCalledTimes(1)
  })
  test('F48: never reloads while a film is made or photos are on their way', async () => {
    let isSending = true
    stops.push(addWork(() => isSending))
    await reloadIfOutdated()
    expect(reload).not.toHaveBeenCalled()
    isSending = false
    await reloadIfOutdated()
    expect(reload).toHaveBeenCalledTimes(1)
  })
  test('F48: never reloads what began while it was looking', async () => {
    let isSending = false
    answer = () => {
      isSending = true
      return Promise.resolve(new Response(page('/assets/index-new.js')))
    }
    stops.push(addWork(() => isSending))
    await reloadIfOutdated()
    expect(reload).not.toHaveBeenCalled()
  })
  test('F48: never reloads what could not be saved', async () => {
    const ask = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', ask)
    stops.push(() => removeEventListener('beforeunload', ask))
    await reloadIfOutdated()
    expect(reload).not.toHaveBeenCalled()
  })
  test('F48: does not reload again when it did not help, nor where that cannot be remembered', async () => {
    await reloadIfOutdated()
    await reloadIfOutdated()
    expect(reload).toHaveBeenCalledTimes(1)
    vi.stubGlobal('sessionStorage', {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    await reloadIfOutdated()
    expect(reload).toHaveBeenCalledTimes(1)
  })
})
