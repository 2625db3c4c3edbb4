import { equivalent } from './equivalent'
import type { Verdict } from './hunt'
import { kinds } from './mutant'

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`

interface Figures {
  all: number
  caught: number
  bySweep: number
  survived: number
  equivalent: number
}

function figuresOf(verdicts: Verdict[]): Figures {
  const survived = verdicts.filter(({ outcome }) => outcome === 'survived')
  const argued = survived.filter(({ mutant }) => mutant.id in equivalent)
  const caught = verdicts.filter(({ outcome }) => outcome === 'caught')
  return {
    all: caught.length + survived.length,
    caught: caught.length,
    bySweep: caught.filter(({ by }) => by?.isSweep).length,
    survived: survived.length - argued.length,
    equivalent: argued.length,
  }
}

/** Caught among those that could be caught. */
export const score = (verdicts: Verdict[]): number => {
  const { caught, survived } = figuresOf(verdicts)
  return caught / (caught + survived)
}

/** What is listed as equivalent and is not (any more). */
export function wronglyEquivalent(verdicts: Verdict[]): string[] {
  const survivors = new Set(
    verdicts.filter(({ outcome }) => outcome === 'survived').map(({ mutant }) => mutant.id),
  )
  return Object.keys(equivalent).filter((id) => !survivors.has(id))
}

function row(name: string, verdicts: Verdict[]): string {
  const { all, caught, bySweep, survived, equivalent: argued } = figuresOf(verdicts)
  return `| ${name} | ${all} | ${caught} | ${bySweep} | ${argued} | ${survived} | ${percent(caught, caught + survived)} |`
}

/** The figures as Markdown. */
export function report(verdicts: Verdict[], tests: number): string {
  const survivors = verdicts.filter(
    ({ outcome, mutant }) => outcome === 'survived' && !(mutant.id in equivalent),
  )
  const lines = [
    '# Mutants of the schema',
    '',
    'Written by `npm run test:mutants`: each thing below was dropped or weakened in the migrated database, and the tests of',
    'tests/db ran until one failed. See tests/mutants/hunt.ts.',
    '',
    `${tests} tests. "By sweep": found by a test that compares the catalogue with a committed list; all others were caught`,
    'by somebody doing what they must not, or failing to do what they may. "Equivalent": changes nothing that anybody could',
    'notice, for the reason given in equivalent.ts.',
    '',
    '| what | mutants | caught | of these by sweep | equivalent | survived | caught of those that can be |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...kinds.map((kind) =>
      row(
        kind,
        verdicts.filter(({ mutant }) => mutant.kind === kind),
      ),
    ),
    row('**all**', verdicts),
    '',
    '## Survivors',
    '',
    ...(survivors.length === 0 ? ['None.'] : survivors.map(({ mutant }) => `- ${mutant.kind}: ${mutant.id}`)),
    '',
    '## Equivalent',
    '',
    ...Object.entries(equivalent).map(([id, reason]) => `- ${id}: ${reason}`),
    '',
  ]
  return lines.join('\n')
}
