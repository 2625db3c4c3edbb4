import { proxy, releaseProxy, wrap } from 'comlink'
import type { Storyboard } from '@/domain/storyboard'
import { RenderError } from '@/lib/errors'
import type { Encoding } from '../encode/encoding'
import type { Desk, EncodeTimes, RunningEncoder } from './desk'
import type { EncodeWorker, MemoryCare } from './encode.worker'

interface OpenWorker {
  readonly worker: Worker
  readonly crashed: Promise<never>
}

function openWorker(): OpenWorker {
  const worker = new Worker(new URL('./encode.worker.ts', import.meta.url), {
    type: 'module',
    name: 'encode',
  })
  const crashed = new Promise<never>((_resolve, reject) => {
    const onCrash = (event: Event) => {
      const message = event instanceof ErrorEvent && event.message ? event.message : 'an encoder stopped'
      reject(new RenderError('worker_crashed', message))
    }
    worker.addEventListener('error', onCrash)
    worker.addEventListener('messageerror', onCrash)
  })
  // Met when it is given work.
  crashed.catch(() => undefined)
  return { worker, crashed }
}

/** Loads while it is still being found out what is to be made. */
let first: OpenWorker | null = openWorker()

/** Starts an encoder in a worker of its own. */
export function startEncoder(
  storyboard: Storyboard,
  encoding: Encoding,
  care: MemoryCare,
  desk: Desk,
): RunningEncoder {
  const { worker, crashed } = first ?? openWorker()
  first = null
  const remote = wrap<EncodeWorker>(worker)
  const encode = async (): Promise<EncodeTimes> => {
    const answer = await remote.encode(storyboard, encoding, care, proxy(desk))
    if (!answer.ok) throw new RenderError(answer.code, answer.message)
    return answer.times
  }
  return {
    finished: Promise.race([encode(), crashed]),
    close: () => {
      remote[releaseProxy]()
      worker.terminate()
    },
  }
}
