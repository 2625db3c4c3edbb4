import { TooLarge, type ByteRange, type ObjectStore, type StoredBytes } from './objectStore'

/** Objects in memory, for tests. */
export class MemoryObjects implements ObjectStore {
  readonly #objects = new Map<string, Uint8Array<ArrayBuffer>>()

  async write(id: string, body: ReadableStream<Uint8Array>, limit: number): Promise<StoredBytes> {
    const chunks: BlobPart[] = []
    let size = 0
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size > limit) throw new TooLarge()
      chunks.push(new Uint8Array(chunk))
    }
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer())
    this.#objects.set(id, bytes)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    return {
      size,
      eTag: `"${Array.from(digest.slice(0, 16), (b) => b.toString(16).padStart(2, '0')).join('')}"`,
    }
  }

  async read(id: string, range: ByteRange | null): Promise<ReadableStream<Uint8Array> | null> {
    const bytes = this.#objects.get(id)
    if (!bytes) return null
    return new Blob([range ? bytes.slice(range.start, range.end + 1) : bytes]).stream()
  }

  async copy(from: string, to: string): Promise<void> {
    const bytes = this.#objects.get(from)
    if (!bytes) throw new Error(`No object ${from}`)
    this.#objects.set(to, bytes)
  }

  async remove(ids: string[]): Promise<void> {
    for (const id of ids) this.#objects.delete(id)
  }

  async list(): Promise<string[]> {
    return [...this.#objects.keys()]
  }
}
