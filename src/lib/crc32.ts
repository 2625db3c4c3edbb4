/** The checksum that ZIP files carry, of bytes that come in parts: start with 0, then hand the last answer on. */
export function crc32(part: Uint8Array, before = 0): number {
  let crc = ~before
  for (const byte of part) crc = (TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

/** The same of a file, read from the disk bit by bit. */
export async function crc32Of(file: Blob, signal: AbortSignal): Promise<number> {
  let crc = 0
  const reader = file.stream().getReader()
  for (;;) {
    signal.throwIfAborted()
    const { done, value } = await reader.read()
    if (done) return crc
    crc = crc32(value, crc)
  }
}

const POLYNOMIAL = 0xedb88320
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? POLYNOMIAL ^ (crc >>> 1) : crc >>> 1
  return crc
})
