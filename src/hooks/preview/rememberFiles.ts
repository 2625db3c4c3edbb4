/** Photos of a few shots around, and a track: what a person who goes to and fro soon asks for again. */
const MOST_FILES = 12

export interface RememberedFiles {
  /** The file, read once as long as it is among those asked for last; what failed is asked for again. */
  readonly read: (key: string) => Promise<Blob>
  /** Gives up what is being read, and forgets everything. */
  readonly letGo: () => void
}

/** Keeps the files that were asked for last. */
export function rememberFiles(
  read: (key: string, signal: AbortSignal) => Promise<Blob>,
  most = MOST_FILES,
): RememberedFiles {
  // In the order in which they were last asked for.
  const files = new Map<string, Promise<Blob>>()
  let wanted = new AbortController()
  return {
    read: (key) => {
      const reading = files.get(key) ?? read(key, wanted.signal)
      files.delete(key)
      files.set(key, reading)
      const [oldest] = files.keys()
      if (files.size > most && oldest !== undefined) files.delete(oldest)
      reading.catch(() => {
        if (files.get(key) === reading) files.delete(key)
      })
      return reading
    },
    letGo: () => {
      wanted.abort()
      wanted = new AbortController()
      files.clear()
    },
  }
}
