import type { QueryClient } from '@tanstack/react-query'

/** Fields of rows and forms that hold what a person wrote or is called. */
const PERSONAL = /name|title|description|caption|email|person|text/i
/** Shorter ones would blacken half a report, and say little. */
const SHORTEST = 3
const MOST_WORDS = 2_000

type Source = () => unknown
const sources = new Set<Source>()

/**
 * Let reports know about more that is personal: `source` gives anything whose fields named like a title, a name or a
 * caption must not be in a report. @returns takes it back
 */
export function addPersonalSource(source: Source): () => void {
  sources.add(source)
  return () => sources.delete(source)
}

/** Every answer that is cached, and everything that was sent. @returns takes it back */
export function addCacheAsSource(client: QueryClient): () => void {
  return addPersonalSource(() => [
    client
      .getQueryCache()
      .getAll()
      .map(({ state }) => state.data),
    client
      .getMutationCache()
      .getAll()
      .map(({ state }) => state.variables),
  ])
}

/** What is personal on this page at this moment, the longest first. */
export function personalWords(): string[] {
  const words = new Set<string>()
  for (const source of sources) {
    try {
      collect(source(), false, words, 0)
    } catch {
      // A source that fails must not keep the report from being written, nor the others from being asked.
    }
  }
  return [...words].sort((a, b) => b.length - a.length)
}

function collect(value: unknown, isPersonal: boolean, words: Set<string>, depth: number): void {
  if (words.size >= MOST_WORDS || depth > 8) return
  if (typeof value === 'string') {
    if (isPersonal) add(value, words)
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, isPersonal, words, depth + 1)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) collect(item, PERSONAL.test(key), words, depth + 1)
  }
}

/** The whole, and of a name of a few words ("Ada Lovelace") or an address each part. */
function add(text: string, words: Set<string>): void {
  const whole = text.trim()
  const parts = whole.split(/[\s@]+/)
  for (const word of [whole, ...(parts.length <= 4 ? parts : [])])
    if (word.length >= SHORTEST) words.add(word)
}
