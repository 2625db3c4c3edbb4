/** Control characters, what turns the direction of writing or hides, and what some system does not allow in a name. */
const UNSAFE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"/\\|?*]/gu
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i
/** Of the name without its extension. File systems take 255 bytes. */
const LONGEST_BYTES = 180

/**
 * A name for a file inside an archive, fit to be unpacked on every system, wherever it comes from: no folders, nothing
 * that leads out of the archive, not too long. @param extension without the dot; replaces the one that is there
 */
export function zipName(name: string, extension: string): string {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(UNSAFE, '_')
  const trimmed = shortened(stem.replace(/^[\s.]+/, '')).replace(/[\s.]+$/, '')
  const safe = trimmed === '' ? 'file' : DEVICE.test(trimmed) ? `_${trimmed}` : trimmed
  return `${safe}.${extension}`
}

function shortened(stem: string): string {
  const encoder = new TextEncoder()
  let kept = ''
  let length = 0
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(stem)) {
    length += encoder.encode(segment).length
    if (length > LONGEST_BYTES) break
    kept += segment
  }
  return kept
}

/** Give each name a number where it is taken, as file managers do: `lake.jpg`, `lake (2).jpg`. Letters' case counts not. */
export function makeUnique(): (name: string) => string {
  const taken = new Set<string>()
  const nextNumber = new Map<string, number>()
  return (name) => {
    const [, stem = name, extension = ''] = /^(.*)(\.[^./]+)$/.exec(name) ?? []
    let number = nextNumber.get(name) ?? 1
    let unique = name
    for (; taken.has(unique.toLowerCase()); unique = `${stem} (${number})${extension}`) number++
    nextNumber.set(name, number)
    taken.add(unique.toLowerCase())
    return unique
  }
}
