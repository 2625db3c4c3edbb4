import { describe, expect, test } from 'vitest'
import { COMMAND_IDS } from '@/domain/command'
import { commandEntries, filmEntries, projectEntries, searchEntries } from './paletteEntries'

const LAKE = { id: 'lake', title: 'A week at the lake' }
const PARTY = { id: 'party', title: 'Settling-in party' }
const entries = [
  ...commandEntries(COMMAND_IDS),
  ...projectEntries([LAKE, PARTY]),
  ...filmEntries(
    [
      { id: 'f1', projectId: 'lake', cut: 'main', finishedAt: '2025-11-23T12:00:00+00:00' },
      { id: 'f2', projectId: 'gone', cut: 'main', finishedAt: '2025-11-23T12:00:00+00:00' },
    ],
    [LAKE, PARTY],
  ),
]
const found = (text: string) =>
  searchEntries(entries, text).map(({ group, hits }) => [group, hits.map(({ title }) => title)])
const first = (text: string) => searchEntries(entries, text)[0]?.hits[0]?.title

describe('the palette', () => {
  test('shows everything at first: what is on this page, projects, films, pages, commands', () => {
    const sections = searchEntries(entries, ' ')
    expect(sections.map(({ group }) => group)).toEqual(['here', 'projects', 'films', 'pages', 'commands'])
    expect(sections[3]?.hits.map(({ title }) => title)).toContain('Go to the queue')
  })
  test('is no row of itself', () => expect(entries.map(({ id }) => id)).not.toContain('command:openPalette'))
  test('finds a project and its films by its name, and leaves out films without one', () => {
    expect(found('lake week')).toEqual([
      ['projects', ['A week at the lake']],
      ['films', ['A week at the lake']],
    ])
  })
  test('puts the group of the nearest answer first', () => {
    expect(found('settings')[0]).toEqual(['pages', ['Go to settings']])
    expect(found('settli')[0]).toEqual(['projects', ['Settling-in party']])
  })
  test('leaves out what merely has the letters of what something is called', () => {
    expect(found('theme')).toEqual([['commands', ['Theme: dark', 'Theme: light', 'Theme: as the system']]])
  })
  test.each([
    ['log out', 'Sign out'],
    ['dark', 'Theme: dark'],
    ['night mode', undefined],
    ['night', 'Theme: dark'],
    ['hotkeys', 'Show the keyboard shortcuts'],
    ['upload', 'Add photos…'],
    ['gq', 'Go to the queue'],
    ['dashboard', 'Go to projects'],
  ])('is asked for “%s”', (text, expected) => expect(first(text)).toBe(expected))
})
