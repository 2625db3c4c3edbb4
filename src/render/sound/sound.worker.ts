import { expose, transfer } from 'comlink'
import { record } from './instruments'
import { MasterChain } from './mastering/MasterChain'
import type { SoundWorker } from './protocol'
import { impulseOf } from './samples/impulse'
import type { StereoChunk } from './StereoChunk'

/** Records instruments and masters one soundtrack, then is ended by the page. */

let chain: MasterChain | null = null
const handOver = (chunk: StereoChunk) => transfer(chunk, [chunk.left.buffer, chunk.right.buffer])

const worker: SoundWorker = {
  record: (key) => {
    const { left, right, isLoop } = record(key)
    const buffers = left === right ? [left.buffer] : [left.buffer, right.buffer]
    return transfer({ left, right, isLoop }, buffers)
  },
  impulse: (shape, seed) => {
    const [left, right] = impulseOf(shape, seed)
    return handOver({ left, right })
  },
  startMaster: (settings) => {
    chain = new MasterChain(settings)
  },
  master: (chunk) => handOver(masterChain().process(chunk)),
  finishMaster: () => {
    const rest = masterChain().finish()
    const loudness = masterChain().loudness()
    return transfer({ rest, loudness }, [rest.left.buffer, rest.right.buffer])
  },
}

function masterChain(): MasterChain {
  if (!chain) throw new Error('no mastering was begun')
  return chain
}

expose(worker)
