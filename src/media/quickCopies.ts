/** The oldest give way: about 0.3 MB each, until their photo has been looked at. */
const MOST_COPIES = 60
const copies = new Map<string, Blob>()

/** Keeps a smaller copy of a photo that takes long to decode: an upright JPEG that stands for the file itself. */
export function keepQuickCopy(contentHash: string, copy: Blob): void {
  const [oldest] = copies.keys()
  if (copies.size >= MOST_COPIES && oldest !== undefined) copies.delete(oldest)
  copies.set(contentHash, copy)
}

/** Hands out the copy of a photo, once. */
export function takeQuickCopy(contentHash: string): Blob | undefined {
  const copy = copies.get(contentHash)
  copies.delete(contentHash)
  return copy
}
