import type { Claims } from '../claims'
import { callerOf, findBucket, validName, type Bucket, type StorageContext } from './context'
import { TooLarge } from './objectStore'
import { plainErrorResponse, StorageError, invalidRequest, objectNotFound, tooLarge } from './storageError'
import { checkMetadata, checkType, limitOf, metadataOf, probe, writeRow, type UploadTarget } from './upload'
import { bare } from './uploadBody'

const version = '1.0.0'
const path = '/storage/v1/upload/resumable'
/** An upload that nobody goes on with is forgotten after a day, as on a hosted project. */
const forgottenAfterMs = 24 * 60 * 60_000

/** A file that has not come completely yet. */
interface Pending {
  target: UploadTarget
  length: number
  mimeType: string
  cacheControl: string
  userMetadata: string | null
  parts: { id: string; size: number }[]
  since: number
  /** The request whose bytes are being taken. */
  working: { stop: () => void; done: Promise<unknown> } | null
}

const offsetOf = ({ parts }: Pending) => parts.reduce((sum, { size }) => sum + size, 0)

/**
 * Uploads in pieces by the TUS protocol (creation, creation-with-upload, termination), at /upload/resumable.
 *
 * [Note: what came is kept] Every request's bytes become an object of their own, also those of one that broke off, and all
 * are joined under a new id when the last has come. Which upload they belong to is known in memory only: after a restart
 * the server has forgotten it, its bytes are swept, and a client starts anew.
 */
export class ResumableUploads {
  readonly #context: StorageContext
  readonly #pending = new Map<string, Pending>()

  constructor(context: StorageContext) {
    this.#context = context
  }

  /** Unlike other storage answers, refusals here have their own HTTP status. */
  async answer(request: Request, id: string | undefined): Promise<Response> {
    const response = await this.#route(request, id).catch(async (error: unknown) => {
      await drained(request)
      return plainErrorResponse(error)
    })
    response.headers.set('tus-resumable', version)
    response.headers.set('cache-control', 'no-store')
    return response
  }

  async #route(request: Request, id: string | undefined): Promise<Response> {
    const caller = await callerOf(request, this.#context)
    if (request.method === 'POST' && id === undefined) return this.#create(request, caller)
    if (id === undefined) throw objectNotFound()
    const pending = await this.#takeOver(id, caller)
    if (request.method === 'HEAD') return progress(200, pending, { 'upload-length': String(pending.length) })
    // Several may have waited for the same request to end: the first of them goes on, or has ended it all.
    if (this.#pending.get(id) !== pending) throw objectNotFound()
    if (pending.working) throw new StorageError(409, 'Conflict', 'Another request goes on with this upload')
    switch (request.method) {
      case 'PATCH':
        await this.#take(id, pending, request, caller)
        return progress(204, pending)
      case 'DELETE':
        await this.#forget(id, pending)
        return new Response(null, { status: 204 })
      default:
        throw new StorageError(405, 'Not allowed', `${request.method} is not allowed`)
    }
  }

  /** A line that died is noticed late: whoever comes now goes on, and the request before ends with what had come. */
  async #takeOver(id: string, caller: Claims): Promise<Pending> {
    const find = () => {
      const pending = this.#pending.get(id)
      if (!pending || !isSame(pending.target.owner, caller)) throw objectNotFound()
      return pending
    }
    for (let pending = find(); ; pending = find()) {
      if (!pending.working) return pending
      await interrupted(pending.working)
    }
  }

  async #create(request: Request, caller: Claims): Promise<Response> {
    const length = Number(request.headers.get('upload-length') ?? 'unknown')
    if (!Number.isSafeInteger(length) || length < 0) throw invalidRequest('Upload-Length is missing')
    const fields = readMetadata(request.headers.get('upload-metadata') ?? '')
    const bucket = await findBucket(this.#context, fields.get('bucketName') ?? '')
    const pending: Pending = {
      target: {
        bucket: bucket.id,
        name: validName(fields.get('objectName') ?? ''),
        owner: caller,
        upsert: request.headers.get('x-upsert') === 'true',
      },
      length,
      mimeType: bare(fields.get('contentType') ?? 'application/octet-stream'),
      cacheControl: `max-age=${fields.get('cacheControl') ?? '3600'}`,
      userMetadata: fields.get('metadata') ?? null,
      parts: [],
      since: Date.now(),
      working: null,
    }
    await this.#check(bucket, pending)
    await this.#forgetOld()
    const id = crypto.randomUUID()
    this.#pending.set(id, pending)
    await this.#forgetEarlier(pending)
    if (this.#pending.get(id) !== pending) throw objectNotFound()
    if (request.headers.get('content-type') === 'application/offset+octet-stream' || length === 0)
      await this.#take(id, pending, request, caller)
    return progress(201, pending, { location: `${path}/${id}` })
  }

  async #check(bucket: Bucket, { target, length, mimeType, userMetadata }: Pending): Promise<void> {
    checkType(bucket, mimeType)
    if (length > limitOf(bucket)) throw tooLarge()
    checkMetadata(userMetadata)
    await probe(this.#context, target, { mimetype: mimeType, contentLength: length, size: length })
  }

  /** Adds what the request brings, also when it breaks off, and closes the file when that was the rest. */
  async #take(id: string, pending: Pending, request: Request, caller: Claims): Promise<void> {
    const offset = offsetOf(pending)
    if (Number(request.headers.get('upload-offset') ?? 0) !== offset)
      throw new StorageError(409, 'OffsetConflict', `The upload is at ${offset}`)
    const stopped = new AbortController()
    const work = async () => {
      try {
        await this.#store(pending, request, stopped.signal)
        if (offsetOf(pending) === pending.length) await this.#close(id, pending, caller)
      } finally {
        pending.working = null
      }
    }
    const done = work()
    pending.working = { stop: () => stopped.abort(), done: done.catch(() => undefined) }
    await done
  }

  async #store(pending: Pending, request: Request, stopped: AbortSignal): Promise<void> {
    if (!request.body) return
    const { objects } = this.#context
    const id = crypto.randomUUID()
    const room = pending.length - offsetOf(pending)
    try {
      const { size } = await objects.write(id, whatComes(request.body, stopped), room)
      pending.parts.push({ id, size })
    } catch (error) {
      throw error instanceof TooLarge ? tooLarge() : error
    }
  }

  /** The file as a whole, in the name of whoever sent the end of it. */
  async #close(id: string, pending: Pending, caller: Claims): Promise<void> {
    const { objects } = this.#context
    const file = crypto.randomUUID()
    try {
      const stored = await objects.write(file, this.#joined(pending), pending.length)
      const target = { ...pending.target, owner: caller }
      const metadata = metadataOf(pending, stored)
      const { replaced } = await writeRow(this.#context, target, file, metadata, pending.userMetadata)
      if (replaced !== null) await objects.remove([replaced])
    } catch (error) {
      await objects.remove([file])
      throw error
    } finally {
      await this.#forget(id, pending)
    }
  }

  #joined({ parts }: Pending): ReadableStream<Uint8Array> {
    const { objects } = this.#context
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const pour = async () => {
      for (const part of parts)
        await (await objects.read(part.id, null))?.pipeTo(writable, { preventClose: true })
      await writable.close()
    }
    pour().catch((error: unknown) => writable.abort(error).catch(() => undefined))
    return readable
  }

  async #forget(id: string, { parts }: Pending): Promise<void> {
    this.#pending.delete(id)
    await this.#context.objects.remove(parts.map((part) => part.id))
  }

  /** One announcement is good for one file: whoever begins it anew gives up what had come of it. */
  async #forgetEarlier(latest: Pending): Promise<void> {
    const { bucket, name, owner } = latest.target
    for (const [id, pending] of this.#pending) {
      const { target } = pending
      const isEarlier = pending !== latest && isSame(target.owner, owner)
      if (!isEarlier || target.bucket !== bucket || target.name !== name) continue
      while (pending.working) await interrupted(pending.working)
      await this.#forget(id, pending)
    }
  }

  async #forgetOld(): Promise<void> {
    for (const [id, pending] of this.#pending)
      if (Date.now() - pending.since > forgottenAfterMs) await this.#forget(id, pending)
  }
}

/** The same person. Two keys of a project have no subject, and are not the same for it. */
const isSame = (one: Claims, other: Claims) => one.sub === other.sub && one.role === other.role

async function interrupted({ stop, done }: NonNullable<Pending['working']>): Promise<void> {
  stop()
  await done
}

const progress = (status: number, pending: Pending, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { 'upload-offset': String(offsetOf(pending)), ...headers } })

/** `name base64,name base64`, as in the protocol. @throws StorageError */
function readMetadata(header: string): Map<string, string> {
  const fields = header.split(',').map((field) => field.trim().split(' '))
  try {
    return new Map(fields.map(([name = '', value = '']) => [name, decode(value)]))
  } catch {
    throw invalidRequest('Upload-Metadata is not base64')
  }
}

const decode = (base64: string) =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))

/** The body as far as it comes: a line that breaks, or a stop, ends it as if that were all. */
function whatComes(body: ReadableStream<Uint8Array>, stopped: AbortSignal): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const stop = new Promise<null>((resolve) =>
    stopped.addEventListener('abort', () => resolve(null), { once: true }),
  )
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await Promise.race([reader.read(), stop]).catch(() => null)
      if (next?.value) return controller.enqueue(next.value)
      controller.close()
      await reader.cancel().catch(() => undefined)
    },
    cancel: (reason) => reader.cancel(reason),
  })
}

/** A client that is still sending hears an answer only when it has sent everything. */
async function drained({ body, bodyUsed }: Request): Promise<void> {
  if (!body || bodyUsed || body.locked) return
  const reader = body.getReader()
  while (!(await reader.read().catch(() => ({ done: true }))).done);
}
