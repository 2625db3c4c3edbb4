import '@/lib/trustedWorkers'
import '@/lib/withoutEval'
import { expose } from 'comlink'
import { DraftError } from '@/lib/errors'
import type { Answer, MediaWorker } from './protocol'
import { readPhoto } from './readPhoto'
import { rewritePhoto } from './rewritePhoto'

const worker: MediaWorker = {
  ingest: (file) => answer(readPhoto(file)),
  prepare: (file, facts, options) => answer(rewritePhoto(file, facts, options)),
}

async function answer<T>(work: Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    if (error instanceof DraftError) return { ok: false, code: error.code, reason: error.message }
    // Mostly memory that could not be had. For this photo it comes to the same.
    return { ok: false, code: 'unreadable', reason: String(error) }
  }
}

expose(worker)
