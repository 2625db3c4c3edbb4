import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = import.meta.glob<string>(
  ['/src/{app,components,pages}/**/*.{ts,tsx}', '!/src/**/*.{test,fixture}.*'],
  { query: '?raw', import: 'default', eager: true },
)
/** Pictures that are drawn with CSS: what they show is no part of the interface. */
const PICTURES = ['/src/components/projects/StyleArt.tsx']
/** A person's own colour, by which others know them: there are as many as can be told apart. */
const PEOPLE = ['/src/components/members/person.ts']

const theme = readFileSync('src/app/theme.css', 'utf8')
/** The names of the tokens of a kind, as `--radius-card` is `card` of `radius`. */
const tokens = (kind: string) =>
  [...theme.matchAll(new RegExp(`^  --${kind}-([a-z0-9-]+?): `, 'gm'))].flatMap(([, name]) => name ?? [])

const COLOURED =
  'bg|text|border(?:-[xytrbl])?|outline|ring|ring-offset|fill|stroke|from|via|to|accent|decoration|divide|caret|placeholder'
const NOT_A_COLOUR =
  /^(\d+(\/\d+)?|x|y|t|r|b|l|solid|dashed|dotted|double|none|hidden|auto|collapse|separate|clip|ellipsis|left|right|center|start|end|justify|balance|pretty|wrap|nowrap|transparent|current|inherit|inset|offset-.*|linear-.*|radial.*|cover|contain|fixed|local|no-repeat|repeat|top|bottom|clip-.*|underline|wavy)$/

/** Every class of a kind in the sources that names no token, with where it stands. */
function strangers(pattern: RegExp, isKnown: (name: string) => boolean): string[] {
  return Object.entries(sources).flatMap(([path, text]) =>
    PICTURES.includes(path)
      ? []
      : [...stringsOf(text).matchAll(pattern)]
          .filter(([, name = '']) => !isKnown(name))
          .map(([found]) => `${path}: ${found.trim()}`),
  )
}

/** Class names stand in strings, or in strings with places in them. */
const stringsOf = (text: string) =>
  [...text.matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g)].map(([found]) => found.slice(1, -1)).join('\n')

const classOf = (prefix: string) => new RegExp(`(?<=^|[\\s:])(?:${prefix})-([\\w./[\\]()%#,-]+)`, 'gm')

test('every size of type is a token', () => {
  const sizes = tokens('text')
  const colours = tokens('color')
  const isKnown = (name: string) =>
    sizes.includes(name) || colours.includes(name.replace(/\/\d+$/, '')) || NOT_A_COLOUR.test(name)
  expect(strangers(/(?<=^|[\s:])text-([\w./[\]()%#,-]+)/gm, isKnown)).toEqual([])
})

test('every corner is a token', () => {
  const corners = tokens('radius')
  const isKnown = (name: string) => {
    const corner = name.replace(/^(t|r|b|l|s|e|tl|tr|bl|br)-/, '')
    return [...corners, 'full', 'none'].includes(corner)
  }
  expect(strangers(/(?<=^|[\s:])rounded(?:-([\w[\].-]+))?(?=[\s]|$)/gm, isKnown)).toEqual([])
})

test('every colour is a token', () => {
  const colours = tokens('color')
  const isKnown = (name: string) => colours.includes(name.replace(/\/\d+$/, '')) || NOT_A_COLOUR.test(name)
  // Sizes of type have a test of their own.
  const coloured = classOf(COLOURED.replace('text|', ''))
  expect(strangers(coloured, isKnown)).toEqual([])
  const raw = Object.entries(sources).flatMap(([path, text]) =>
    [...PICTURES, ...PEOPLE].includes(path)
      ? []
      : [...stringsOf(text).matchAll(/(?<![\w&])#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(/gi)].map(
          ([found]) => `${path}: ${found}`,
        ),
  )
  expect(raw).toEqual([])
})

test('every shadow and every time is a token', () => {
  const shadows = [...tokens('shadow'), 'none']
  expect(strangers(/(?<=^|[\s:])shadow-([\w[\]()./-]+)/gm, (name) => shadows.includes(name))).toEqual([])
  const times = tokens('transition-duration')
  expect(strangers(/(?<=^|[\s:])(?:duration|delay)-([\w[\].-]+)/gm, (name) => times.includes(name))).toEqual(
    [],
  )
  expect(strangers(/(?<=^|[\s:])ease-([\w[\]().,-]+)/gm, (name) => tokens('ease').includes(name))).toEqual([])
})

test('spaces are multiples of the one measure', () => {
  const spaced = /(?<=^|[\s:-])(?:[mp][xytrbl]?|gap(?:-[xy])?|space-[xy])-(\[[^\]]+\])/gm
  // Room that the device takes away, and shares of what is around.
  const isKnown = (name: string) => /env\(safe-area|(%|dv[hw])\]$/.test(name)
  expect(strangers(spaced, isKnown)).toEqual([])
})

test('what moves holds still for whoever asked for it', () => {
  expect(theme).toMatch(
    /@media \(prefers-reduced-motion: reduce\) \{[^@]*animation-duration: 0\.01ms !important;[^@]*transition-duration: 0\.01ms !important;/,
  )
})
