import { sleep } from './sleep'

const PATIENCE_MS = 1_000

/**
 * Whether a blob of the local database is all there. What it says of its size is not enough: the file behind it may have been
 * cut short or deleted, which only reading tells.
 *
 * [Note: the last byte] Reading the last byte is quick, however large the file. Of a file that was cut short, Chromium
 * never answers; then all of it is read, which fails as it should.
 */
export async function isWhole(blob: Blob, bytes = blob.size): Promise<boolean> {
  if (blob.size !== bytes) return false
  const read = (part: Blob) =>
    part.arrayBuffer().then(
      ({ byteLength }) => byteLength === part.size,
      () => false,
    )
  return (await Promise.race([read(blob.slice(-1)), sleep(PATIENCE_MS)])) ?? read(blob)
}
