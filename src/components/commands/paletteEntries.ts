import type { FoundFilm, FoundProject } from '@/data/finds'
import { commandFacts, type CommandId } from '@/domain/command'
import { formatDate } from '@/lib/format'
import { fuzzyMatch, type Match } from '@/lib/fuzzy'
import { t } from '@/lib/i18n'

export const PALETTE_GROUPS = ['here', 'projects', 'films', 'pages', 'commands'] as const
export type PaletteGroup = (typeof PALETTE_GROUPS)[number]

/** What is done when an entry is chosen. */
export type PaletteAction =
  | { kind: 'command'; command: CommandId }
  | { kind: 'project'; projectId: string }
  | { kind: 'film'; projectId: string; videoId: string }

/** A row of the palette. `also` is found too and not shown; `hint` stands beside the title. */
export type PaletteEntry = {
  id: string
  group: PaletteGroup
  title: string
  also: string
  hint: string | null
  action: PaletteAction
}

/** An entry that was found, with the characters to set off. */
export type PaletteHit = PaletteEntry & { ranges: Match['ranges'] }
export type PaletteSection = { group: PaletteGroup; hits: PaletteHit[] }

/** So many of a group are shown; more of them are found with one letter more. */
const MOST: Record<PaletteGroup, number> = { here: 18, projects: 6, films: 6, pages: 6, commands: 30 }

/** An answer that is so much farther away than the nearest is none. */
const FAR = 2.3

/** The rows for the commands that can be given now. The palette itself is no row of it. */
export function commandEntries(available: readonly CommandId[]): PaletteEntry[] {
  return available
    .filter((id) => id !== 'openPalette')
    .map((id) => ({
      id: `command:${id}`,
      group: groupOf(id),
      title: t(`commands.do_${id}`),
      also: t(`commands.also_${id}`),
      hint: null,
      action: { kind: 'command', command: id },
    }))
}

function groupOf(id: CommandId): PaletteGroup {
  if (!commandFacts(id).places.includes('everywhere')) return 'here'
  return id.startsWith('go') ? 'pages' : 'commands'
}

export function projectEntries(projects: readonly FoundProject[]): PaletteEntry[] {
  return projects.map(({ id, title }) => ({
    id: `project:${id}`,
    group: 'projects',
    title,
    also: t('commands.group_projects'),
    hint: null,
    action: { kind: 'project', projectId: id },
  }))
}

/** Films have the names of their projects. One whose project is not among `projects` has none and is left out. */
export function filmEntries(films: readonly FoundFilm[], projects: readonly FoundProject[]): PaletteEntry[] {
  const titles = new Map(projects.map(({ id, title }) => [id, title]))
  return films.flatMap(({ id, projectId, cut, finishedAt }): PaletteEntry[] => {
    const title = titles.get(projectId)
    if (title === undefined) return []
    const date = formatDate(finishedAt)
    return [
      {
        id: `film:${id}`,
        group: 'films',
        title,
        also: `${t('commands.group_films')} ${date}`,
        hint: cut === 'main' ? t('commands.film', { date }) : t('commands.filmCut', { date, cut }),
        action: { kind: 'film', projectId, videoId: id },
      },
    ]
  })
}

/**
 * What answers `text`, in groups: the group with the nearest answer first, in each the nearest first. Without a text
 * everything, in the order it came.
 */
export function searchEntries(entries: readonly PaletteEntry[], text: string): PaletteSection[] {
  const isEmpty = text.trim() === ''
  const hits = entries.flatMap((entry) => {
    const match = isEmpty ? { score: 0, ranges: [] } : matchEntry(entry, text)
    return match ? [{ hit: { ...entry, ranges: match.ranges }, score: match.score }] : []
  })
  if (!isEmpty) hits.sort((a, b) => b.score - a.score)
  // Beside what is named so, what merely has its letters is noise.
  const least = (hits[0]?.score ?? 0) - FAR
  const groups = isEmpty ? PALETTE_GROUPS : new Set(hits.map(({ hit }) => hit.group))
  return [...groups].flatMap((group) => {
    const found = hits.filter(({ hit, score }) => hit.group === group && score >= least).slice(0, MOST[group])
    return found.length === 0 ? [] : [{ group, hits: found.map(({ hit }) => hit) }]
  })
}

/** The title counts more than what a thing may also be called, but less where a letter of it is wrong; only it is set off. */
function matchEntry({ title, also }: PaletteEntry, text: string): Match | null {
  const direct = fuzzyMatch(text, title)
  const match = fuzzyMatch(text, `${title} ${also}`)
  const other = match && {
    score: match.score - 2,
    ranges: match.ranges.filter(([, to]) => to <= title.length),
  }
  if (!direct || !other) return direct ?? other
  return other.score > direct.score ? other : direct
}
