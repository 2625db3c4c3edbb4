/** Bytes stored, and their fingerprint in double quotes as HTTP wants it. */
export interface StoredBytes {
  size: number
  eTag: string
}

/** First and last byte, both inclusive. */
export interface ByteRange {
  start: number
  end: number
}

/**
 * Where the bytes of objects live. Names, owners and permissions are rows of storage.objects; a store knows ids only.
 *
 * [Note: one file per version] Every upload writes under a fresh id, which the row names in `version` once the upload is
 * complete. So a row never points at half a file, whatever is killed when, and a name never becomes a file path.
 */
export interface ObjectStore {
  /**
   * Keeps the bytes for good before it resolves.
   * @throws TooLarge as soon as more than `limit` bytes have come; nothing is kept then
   */
  write(id: string, body: ReadableStream<Uint8Array>, limit: number): Promise<StoredBytes>
  /** The bytes, or null when there are none under this id. */
  read(id: string, range: ByteRange | null): Promise<ReadableStream<Uint8Array> | null>
  copy(from: string, to: string): Promise<void>
  /** Ids that do not exist are not an error. */
  remove(ids: string[]): Promise<void>
  list(): Promise<string[]>
}

export class TooLarge extends Error {
  override name = 'TooLarge'
}
