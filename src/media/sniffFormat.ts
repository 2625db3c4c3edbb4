import type { PhotoFileType } from '@/domain/photo'

/** How many bytes from the start of a file `sniffFormat` wants to see. */
export const SNIFF_BYTES = 256

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'])

/**
 * Names a file's format by its first bytes. The extension and the type that the browser derives from it are never
 * asked: both are the sender's claim.
 * Returns `image/heic` for all of HEIC and HEIF, and null for everything that is not a photo (GIF, SVG, HTML, text,
 * films, …).
 */
export function sniffFormat(head: Uint8Array): PhotoFileType | null {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg'
  if (ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp'
  if (ascii(head, 4, 8) === 'ftyp') return sniffBrands(head)
  return null
}

/** An ISO file names its major brand at 8 and, from 16 on, every brand it is compatible with. */
function sniffBrands(head: Uint8Array): 'image/avif' | 'image/heic' | null {
  const size = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0)
  const brands = [ascii(head, 8, 12)]
  for (let at = 16; at + 4 <= Math.min(size, head.length); at += 4) brands.push(ascii(head, at, at + 4))
  if (brands.includes('avif') || brands.includes('avis')) return 'image/avif'
  return brands.some((brand) => HEIC_BRANDS.has(brand)) ? 'image/heic' : null
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
