import i18next from 'i18next'
import { DEFAULT_LANGUAGE, LANGUAGES, type LanguageTag } from './languages'
import './index'

/** Brings the words of one language, by the path of their file: what `import.meta.glob` makes of `./<tag>/<file>.ts`. */
type WordFiles = Record<string, () => Promise<object>>

/**
 * [Note: words come with their pages] A person loads the words of one language, and of those only what their pages say: what
 * everybody needs, and on signing in the rest. A page that needs more adds a bundle of its own; when the language changes, all
 * bundles that are there change with it.
 */
const bundles: WordFiles[] = []
/** Which words are here: `<path>` of every file that has come. */
const here = new Set<string>()
let spoken: LanguageTag | null = null
/** Null before anything was spoken: nobody loads words of a language that may not be theirs. */
let wanted: LanguageTag | null = null
const listeners = new Set<() => void>()

/** The language whose words are on screen; null until the first have come. */
export const spokenLanguage = (): LanguageTag | null => spoken

/** Hear of every change of the words on screen. @returns stop */
export function onSpoken(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * Put a language on screen: loads its words, then changes all of the page at once. Of calls that overlap the last one counts.
 * @throws what the import rejects with; the page then keeps the language it has
 */
export async function speak(tag: LanguageTag): Promise<void> {
  wanted = tag
  await Promise.all(bundles.map((files) => bring(files, tag)))
  if (wanted !== tag) return
  if (spoken === tag) return
  spoken = tag
  await i18next.changeLanguage(tag)
  if (typeof document !== 'undefined') {
    document.documentElement.lang = tag
    document.documentElement.dir = LANGUAGES.find((language) => language.tag === tag)?.dir ?? 'ltr'
  }
  tell()
}

/** Without any words there is a page too: the three sentences of ./index.ts say why. */
export function speakWithoutWords(): void {
  spoken ??= DEFAULT_LANGUAGE
  tell()
}

/** More words, for the pages that need them. `isHere` says whether they have come in the language on screen. */
export type Bundle = { readonly isHere: () => boolean; readonly coming: Promise<void> }

/** Add words for some pages, in the language wanted now and in every one that is spoken later. */
export function addBundle(files: WordFiles): Bundle {
  bundles.push(files)
  const coming = wanted === null ? Promise.resolve() : bring(files, wanted).then(tell)
  // Whoever shows the page says so; see `useBundle`.
  coming.catch(() => undefined)
  return { isHere: () => here.has(pathOf(files, i18next.language)), coming }
}

async function bring(files: WordFiles, tag: string): Promise<void> {
  const path = pathOf(files, tag)
  const load = files[path]
  if (!load || here.has(path)) return
  i18next.addResourceBundle(tag, 'translation', await load(), true, true)
  here.add(path)
}

const pathOf = (files: WordFiles, tag: string): string =>
  Object.keys(files).find((path) => path.startsWith(`./${tag}/`)) ?? ''

function tell(): void {
  for (const listener of listeners) listener()
}

addBundle(import.meta.glob<object>('./*/index.ts', { import: 'first' }))
