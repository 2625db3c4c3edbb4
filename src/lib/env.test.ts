import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllEnvs())

async function envWith(url: string, key: string) {
  vi.stubEnv('VITE_SUPABASE_URL', url)
  vi.stubEnv('VITE_SUPABASE_PUBLISHABLE_KEY', key)
  return (await import('./env')).env
}

test('without variables it is the embedded Supabase on the page’s own origin', async () => {
  expect(await envWith('', '')).toEqual({
    supabaseUrl: location.origin,
    supabaseKey: 'sb_publishable_embedded',
    embedded: true,
  })
})
test('with both it is the hosted project they name', async () => {
  expect(await envWith('https://abc.supabase.co', 'sb_publishable_abc')).toEqual({
    supabaseUrl: 'https://abc.supabase.co',
    supabaseKey: 'sb_publishable_abc',
    embedded: false,
  })
})
test('a URL without its key is refused by name', async () => {
  await expect(envWith('https://abc.supabase.co', '')).rejects.toThrow('VITE_SUPABASE_PUBLISHABLE_KEY')
})
test('something that is no URL is refused by name', async () => {
  await expect(envWith('abc', 'key')).rejects.toThrow('VITE_SUPABASE_URL')
})
