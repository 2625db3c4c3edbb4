import { expect, test } from 'vitest'
import { LANGUAGES } from './languages'

type Tree = { readonly [key: string]: string | Tree }
const files = {
  ...import.meta.glob<Tree>('./*/index.ts', { import: 'first', eager: true }),
  ...import.meta.glob<Tree>('./*/signedIn.ts', { import: 'signedIn', eager: true }),
  ...import.meta.glob<Tree>('./*/sharedFilm.ts', { import: 'sharedFilm', eager: true }),
}
const FORM = /_(?:zero|one|two|few|many|other)$/
const others = LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== 'en')

/** All sentences of a language: `signedIn.ts draft.title` and what it says. */
function sentences(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') found.set(`${path}.${key}`, value)
      else walk(value, `${path}.${key}`)
    }
  }
  for (const [path, tree] of Object.entries(files))
    if (path.startsWith(`./${tag}/`)) walk(tree, path.slice(`./${tag}/`.length))
  return found
}
const english = sentences('en')
/** Families of forms of number: keys without their ending. A lone `_other` of a word that is no form has no `_one` in English. */
const families = new Set(
  [...english.keys()].filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -4)),
)
const isForm = (key: string) => FORM.test(key) && families.has(key.replace(FORM, ''))
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()

/** Names and signs, which are the same everywhere, or words that happen to be. */
const SAME_EVERYWHERE =
  /^(?:[\s{}()/·,%:×←→–-]|\{\{\w+\}\}|PhotoMemory|HD|Full|4K|\d+p?|ZIP|MP|Ctrl|Shift|Page (?:Up|Down)|Enter|Esc|Delete|s|min)*$/
const SAME_AS_ENGLISH: Record<string, readonly string[]> = {
  es: ['Editor', 'Plan'],
  fr: [
    'Actions',
    'Date',
    'Description',
    'Films',
    'Format',
    'Invitations',
    'Messages ({{key}})',
    'Notifications',
    'Pages',
    'Pause',
    'Photo {{number}}',
    'photo {{number}}',
    'Photos',
    'Portrait 4:5',
    'Style',
    '{{count}} photo',
    '{{count}} photos',
  ],
  de: [
    'Details',
    'Editor',
    'Enterprise',
    'Format',
    'Live',
    'Modern',
    'Name: {{name}}',
    'Offline',
    'Pause',
    'Status',
    'System',
    'Vintage',
    'Warm',
    'Zoom',
  ],
}
const NAMES = ['Pro']

for (const tag of others) {
  const words = sentences(tag)
  test(`${tag}: has the same keys as English`, () => {
    const plain = (keys: Iterable<string>) => [...keys].filter((key) => !isForm(key)).sort()
    expect(plain(words.keys())).toEqual(plain(english.keys()))
  })
  test(`${tag}: has every form of number that the language asks for, and no other`, () => {
    const asked = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
    for (const family of families) {
      const zero = english.has(`${family}_zero`) ? ['zero'] : []
      const forms = [...words.keys()].filter((key) => isForm(key) && key.replace(FORM, '') === family)
      const wanted = [...asked, ...zero].map((form) => `${family}_${form}`)
      expect(forms.sort()).toEqual(wanted.sort())
    }
  })
  test(`${tag}: says the same values as English`, () => {
    for (const [key, text] of words) {
      const source = english.get(key) ?? english.get(key.replace(FORM, '_other')) ?? ''
      // One thing may be said without its number.
      const spoken = key.endsWith('_one') ? new Set(['{{count}}']) : new Set<string>()
      const without = (values: string[]) => values.filter((value) => !spoken.has(value))
      expect({ key, values: without(placeholders(text)) }).toEqual({
        key,
        values: without(placeholders(source)),
      })
    }
  })
  test(`${tag}: leaves nothing in English`, () => {
    const same = [...words].filter(([key, text]) => {
      if (english.get(key) !== text || SAME_EVERYWHERE.test(text) || NAMES.includes(text)) return false
      return !SAME_AS_ENGLISH[tag]?.includes(text)
    })
    expect(same).toEqual([])
    // Where English says nothing, nothing need be said.
    expect([...words].filter(([key, text]) => text.trim() === '' && english.get(key) !== '')).toEqual([])
  })
}

test('no language has words that English has not, and every language is there', () => {
  const tags = new Set(Object.keys(files).map((path) => path.split('/')[1]))
  expect(tags).toEqual(new Set(LANGUAGES.map(({ tag }) => tag)))
})
