import { LANGUAGE_CACHE } from '@/domain/appCaches'

const KEY = '/language'

/** Remember which words the next build has to bring along: it may be opened for the first time without a network. */
export async function rememberLanguage(tag: string): Promise<void> {
  const cache = await caches.open(LANGUAGE_CACHE)
  await cache.put(KEY, new Response(tag))
}

export async function readLanguage(): Promise<string> {
  const cache = await caches.open(LANGUAGE_CACHE)
  return (await (await cache.match(KEY))?.text()) ?? 'en'
}
