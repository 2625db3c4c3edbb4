export interface KeptFile {
  readonly key: string
  readonly bytes: number
}

/** A film that was made of these files, and when: what was used last stays longest. */
export interface Use {
  readonly name: string
  readonly atMilliseconds: number
  readonly keys: readonly string[]
}

export interface EvictionLimits {
  readonly mostBytes: number
  readonly mostMilliseconds: number
  /** What was used last stays, whatever its size. */
  readonly newestUse?: boolean
}

/**
 * What has to go: first what no film has used for too long, then what was used longest ago until the rest fits. Of a film
 * that is too large on its own, its beginning stays.
 */
export function planEviction(
  files: readonly KeptFile[],
  uses: readonly Use[],
  nowMilliseconds: number,
  { mostBytes, mostMilliseconds, newestUse = false }: EvictionLimits,
): { keys: string[]; uses: string[] } {
  const sizes = new Map(files.map(({ key, bytes }) => [key, bytes]))
  const kept = new Set<string>()
  const goneUses: string[] = []
  let room = mostBytes
  const [newest, ...rest] = uses.toSorted((one, other) => other.atMilliseconds - one.atMilliseconds)
  if (newest && newestUse) for (const key of newest.keys) kept.add(key)
  for (const use of newest && !newestUse ? [newest, ...rest] : rest) {
    if (nowMilliseconds - use.atMilliseconds > mostMilliseconds || room <= 0) {
      goneUses.push(use.name)
      continue
    }
    for (const key of use.keys) {
      const size = sizes.get(key)
      if (size === undefined || kept.has(key)) continue
      room -= size
      // The first that does not fit ends it: gaps would be worth little.
      if (room < 0) break
      kept.add(key)
    }
  }
  return { keys: files.flatMap(({ key }) => (kept.has(key) ? [] : [key])), uses: goneUses }
}
