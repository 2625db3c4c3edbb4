import { RenderError } from '@/lib/errors'
import { classifyFailure, isPictureEncoderFailure } from './classifyFailure'
import type { Encoding } from './encode/encoding'

/** What a film is made with, and what can be done when that fails. */
export interface Means<Film> {
  /** @param hardware false: in software only. @returns null where this browser has none */
  readonly chooseEncoding: (hardware: boolean) => Promise<Encoding | null>
  /** Deletes what is kept for too long or too much. @returns whether the parts of this film fit beside it */
  readonly makeRoom: (encoding: Encoding) => Promise<boolean>
  /** Deletes what is kept of films: of all, or of all but the newest. */
  readonly freeRoom: (of: 'all' | 'others') => Promise<void>
  /** What the device must have free for the film alone. */
  readonly bytesNeeded: (encoding: Encoding) => number
  readonly make: (encoding: Encoding, keepsSegments: boolean) => Promise<Film>
}

/**
 * Makes a film; when the encoder in hardware or the room on the disk fails it, once more without. A disk that is full all
 * the same is left as free as it can be.
 * @throws RenderError `unsupported_codec`, `storage_full` with the bytes it needs; whatever `make` throws
 */
export async function makeSomehow<Film>(means: Means<Film>): Promise<Film> {
  let hardware = true
  let keepsSegments: boolean | null = null
  for (;;) {
    const encoding = await means.chooseEncoding(hardware)
    if (!encoding) throw new RenderError('unsupported_codec', 'this browser encodes no video of this size')
    keepsSegments ??= await means.makeRoom(encoding)
    try {
      return await means.make(encoding, keepsSegments)
    } catch (cause) {
      const { code, message } = classifyFailure(cause)
      if (isPictureEncoderFailure(cause) && encoding.hardware) {
        hardware = false
      } else if (code !== 'storage_full') {
        throw cause
      } else if (keepsSegments) {
        keepsSegments = false
        await means.freeRoom('others')
      } else {
        await means.freeRoom('all')
        throw new RenderError(code, message, { cause, bytesNeeded: means.bytesNeeded(encoding) })
      }
    }
  }
}
