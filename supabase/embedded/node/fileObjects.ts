import { createHash } from 'node:crypto'
import { copyFile, mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { TooLarge, type ByteRange, type ObjectStore, type StoredBytes } from '../core/storage/objectStore'

const chunkBytes = 256 * 1024

/** Objects as files, `ab/abcdef…`, streamed in and out. See: [Note: one file per version] */
export class FileObjects implements ObjectStore {
  readonly #directory: string

  constructor(directory: string) {
    this.#directory = directory
  }

  async write(id: string, body: ReadableStream<Uint8Array>, limit: number): Promise<StoredBytes> {
    const file = this.#file(id)
    const part = `${file}.part`
    await mkdir(path.dirname(file), { recursive: true })
    try {
      const stored = await receive(part, body, limit)
      await rename(part, file)
      return stored
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }

  async read(id: string, range: ByteRange | null): Promise<ReadableStream<Uint8Array> | null> {
    try {
      return send(await open(this.#file(id), 'r'), range)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  }

  async copy(from: string, to: string): Promise<void> {
    const [source, target] = [this.#file(from), this.#file(to)]
    await mkdir(path.dirname(target), { recursive: true })
    await copyFile(source, `${target}.part`)
    await rename(`${target}.part`, target)
  }

  async remove(ids: string[]): Promise<void> {
    for (const id of ids) await rm(this.#file(id), { force: true })
  }

  /** Killed uploads included, as `<id>.part`. */
  async list(): Promise<string[]> {
    const files = await readdir(this.#directory, { recursive: true, withFileTypes: true }).catch(() => [])
    return files.filter((file) => file.isFile()).map((file) => file.name)
  }

  /** Ids are our own UUIDs, so they cannot lead elsewhere; made sure of anyway. */
  #file(id: string): string {
    if (!/^[0-9a-f-]{36}(\.part)?$/.test(id)) throw new Error(`"${id}" is not an object id`)
    return path.join(this.#directory, id.slice(0, 2), id)
  }
}

/** Writes what comes, and has it on the disk before it resolves. */
async function receive(file: string, body: ReadableStream<Uint8Array>, limit: number): Promise<StoredBytes> {
  const hash = createHash('md5')
  let size = 0
  const handle = await open(file, 'w')
  try {
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size > limit) throw new TooLarge()
      hash.update(chunk)
      await handle.appendFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { size, eTag: `"${hash.digest('hex')}"` }
}

/**
 * [Note: own read stream] Players abort most of their requests. `Readable.toWeb` of Node 20 throws outside of any promise when
 * a stream is cancelled at the wrong moment, which would end the Vite server.
 */
function send(handle: FileHandle, range: ByteRange | null): ReadableStream<Uint8Array> {
  let position = range?.start ?? 0
  const end = range ? range.end + 1 : Infinity
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const wanted = Math.min(chunkBytes, end - position)
          const { bytesRead, buffer } = await handle.read(new Uint8Array(wanted), 0, wanted, position)
          position += bytesRead
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
          if (bytesRead > 0 && position < end) return
          await handle.close()
          controller.close()
        } catch (error) {
          await handle.close().catch(() => {})
          controller.error(error)
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 0 },
  )
}
