import '@/lib/withoutEval'
import { expose, type ProxyMarked } from 'comlink'
import type { Storyboard } from '@/domain/storyboard'
import type { RenderErrorCode } from '@/lib/errors'
import { classifyFailure } from '../classifyFailure'
import type { Encoding } from '../encode/encoding'
import { loadCompositor } from '../compositor/loadCompositor'
import { loadFonts } from '../text/fonts'
import type { Desk, EncodeTimes } from './desk'
import { encodeSegments, type EncodeOrder } from './encodeSegments'
import { DiskSegmentStore } from './SegmentStore'

export type MemoryCare = Pick<EncodeOrder, 'mostPhotos' | 'memory'>

export interface EncodeWorker {
  /** Makes segments for the desk until it says that the film is done. */
  encode(
    storyboard: Storyboard,
    encoding: Encoding,
    care: MemoryCare,
    desk: Desk & ProxyMarked,
  ): Promise<EncodeAnswer>
}

/** Errors lose their code between workers, so they are told as data. */
export type EncodeAnswer =
  | { readonly ok: true; readonly times: EncodeTimes }
  | { readonly ok: false; readonly code: RenderErrorCode; readonly message: string }

/** Begun before there is anything to make: it is needed in any case. */
const tools = Promise.all([loadCompositor(), DiskSegmentStore.open()])
// Told to whoever asks for the first segment.
tools.catch(() => undefined)

const worker: EncodeWorker = {
  async encode(storyboard, encoding, care, desk) {
    try {
      const [compositor, store] = await tools
      const order = { compositor, storyboard, encoding, store, loadFonts, ...care }
      const times = await encodeSegments(order, {
        next: () => desk.next(),
        readPhoto: (photoId) => desk.readPhoto(photoId),
        painted: (frames) => desk.painted(frames),
        kept: (job) => desk.kept(job),
        thumbnail: (picture) => desk.thumbnail(picture),
        unreadable: (photoId) => desk.unreadable(photoId),
      })
      return { ok: true, times }
    } catch (cause) {
      return { ok: false, ...classifyFailure(cause) }
    }
  },
}

expose(worker)
