/**
 * What a signed address of a private file looks like. Kept, it would open the file for whoever finds it, and after an
 * hour for nobody.
 */
const SIGNED_ADDRESS = /\/object\/(upload\/)?sign\/|[?&]token=/

/**
 * Can this value be written as JSON and come back the same, and may it be kept on the device? Not what holds a file, a
 * class of its own, a number that JSON has no word for, or a signed address.
 */
export function mayBeKept(value: unknown): boolean {
  if (typeof value === 'string') return !SIGNED_ADDRESS.test(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'boolean' || value === null) return true
  if (typeof value !== 'object' || !isPlain(value)) return false
  return Object.values(value).every((part) => part === undefined || mayBeKept(part))
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return value.every((part) => part !== undefined)
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** A short checksum (53 bits, cyrb53) that tells a damaged or edited text from the one that was written. */
export function checksum(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
