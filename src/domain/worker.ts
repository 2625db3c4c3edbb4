/**
 * Who makes a film, as `generated_videos.worker` has it: `tab:<tab>:<device>:<name>`.
 *
 * [Note: what a worker tells of itself] Members of a project can read the row, so it says which kind of browser on which
 * kind of system makes the film, or the name somebody gave their render node, and nothing else: the two ids are random and
 * only tell "this tab" and "this browser" from others. At most 80 characters are kept.
 */
export type Worker = {
  kind: 'tab' | 'node'
  /** Random, until the page is loaded anew. */
  tab: string
  /** Random, of this browser profile. */
  device: string
  /** `Chrome · Linux`, or what a render node is called. */
  name: string
}

const PATTERN = /^(tab|node):([0-9a-f]{8}):([0-9a-f]{8}):(.*)$/s
const NAME_MAX = 56

/** As it is sent with a claim. */
export const workerText = ({ kind, tab, device, name }: Worker): string =>
  `${kind}:${tab}:${device}:${name.trim().slice(0, NAME_MAX)}`

/** Null for what an older page, or something else than a page, has said. */
export function readWorker(text: string | null): Worker | null {
  const [, kind, tab, device, name] = PATTERN.exec(text ?? '') ?? []
  if (tab === undefined || device === undefined || name === undefined) return null
  return { kind: kind === 'node' ? 'node' : 'tab', tab, device, name }
}

/** Where a film is made, seen from somewhere. */
export type Place =
  | { where: 'here' | 'otherTab' }
  | { where: 'device' | 'node'; name: string }
  /** Nobody has said. */
  | { where: 'elsewhere' }

export function placeOf(text: string | null, me: Pick<Worker, 'tab' | 'device'>): Place {
  const worker = readWorker(text)
  if (!worker) return { where: 'elsewhere' }
  if (worker.tab === me.tab) return { where: 'here' }
  // A render node is a window of its own: told by its name also on the same computer.
  if (worker.kind === 'node' && worker.name !== '') return { where: 'node', name: worker.name }
  if (worker.device === me.device) return { where: 'otherTab' }
  return worker.name === '' ? { where: 'elsewhere' } : { where: 'device', name: worker.name }
}
