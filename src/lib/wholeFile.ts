/**
 * Whether a blob of the local database is all there. What it says of its size is not enough: the file behind it may have
 * been cut short or deleted, which only reading tells.
 */
export async function isWhole(blob: Blob, bytes = blob.size): Promise<boolean> {
  if (blob.size !== bytes) return false
  return blob
    .slice(-1)
    .arrayBuffer()
    .then(
      (last) => last.byteLength === Math.min(bytes, 1),
      () => false,
    )
}
