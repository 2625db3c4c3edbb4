import { afterEach, beforeEach, expect, test, vi } from 'vitest'

type Rules = { createScriptURL: (address: string, type: string, sink: string) => string | null }
const policies = new Map<string, Rules>()

beforeEach(async () => {
  policies.clear()
  vi.stubGlobal('trustedTypes', { createPolicy: (name: string, rules: Rules) => policies.set(name, rules) })
  vi.resetModules()
  await import('./trustedWorkers')
})
afterEach(() => vi.unstubAllGlobals())

const ask = (address: string, sink = 'Worker constructor') =>
  policies.get('default')?.createScriptURL(address, 'TrustedScriptURL', sink)

test.each([
  ['its own worker', 'http://localhost:3000/assets/worker-abc.js'],
  ['a worker that a library makes of a blob', 'blob:http://localhost:3000/1f0c'],
])('%s may start', (_what, address) => {
  expect(ask(address)).toBe(address)
})

test.each([
  ['of another origin', 'https://evil.example/assets/worker.js', undefined],
  ['a blob of another origin', 'blob:https://evil.example/1f0c', undefined],
  ['given as text', 'data:text/javascript,alert(1)', undefined],
  ['which is a script address', 'javascript:alert(1)', undefined],
  ['that somebody uploaded', 'http://localhost:3000/storage/v1/object/sign/media/a.jpg', undefined],
  ['that leaves the folder', 'http://localhost:3000/assets/../storage/v1/a.js', undefined],
  ['as an element', 'http://localhost:3000/assets/worker-abc.js', 'HTMLScriptElement src'],
  ['with no address', 'http://', undefined],
])('code %s may not', (_what, address, sink) => {
  expect(ask(address, sink)).toBeNull()
})

test('the service worker may start, and no other file as one', () => {
  const sink = 'ServiceWorkerContainer register'
  expect(ask('/sw.js', sink)).toBe('/sw.js')
  for (const address of [
    '/sw.js?other',
    '/assets/worker-abc.js',
    '//evil.example/sw.js',
    'blob:http://localhost:3000/1f0c',
  ])
    expect(ask(address, sink)).toBeNull()
  expect(ask('/sw.js'), 'nor as an ordinary worker').toBeNull()
})

test('there is no rule for HTML or for code: the browser refuses both', () => {
  expect(Object.keys(policies.get('default') ?? {})).toEqual(['createScriptURL'])
})
