import { expose, transfer } from 'comlink'
import { record } from './instruments'
import { MasterChain } from './mastering/MasterChain'
import type { SoundWorker } from './protocol'
import { impulseOf } from './samples/impulse'
import type { StereoChunk } from './StereoChunk'
import { DecodedTrack } from './track/decodeTrack'
import { findBeats } from './track/findBeats'
import { listenTrack } from './track/listenTrack'
import { playParts } from './track/playParts'

/** Records instruments, reads tracks and masters one soundtrack, then is ended by the page. */

let chain: MasterChain | null = null
let track: AsyncGenerator<StereoChunk, void, undefined> | null = null
const handOver = (chunk: StereoChunk) => transfer(chunk, [chunk.left.buffer, chunk.right.buffer])

const worker: SoundWorker = {
  record: (key) => {
    const sample = record(key)
    const { left, right } = sample
    const buffers = left === right ? [left.buffer] : [left.buffer, right.buffer]
    return transfer(sample, buffers)
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
  listen: async (file) => {
    const heard = await listenTrack(file)
    return transfer(heard, [heard.excerpt.buffer])
  },
  findBeats,
  startTrack: async ({ file, parts, from, end, crossfadeSeconds }) => {
    track = playParts(await DecodedTrack.open(file), parts, from, end, crossfadeSeconds)
  },
  nextOfTrack: async () => {
    const next = await track?.next()
    return next && !next.done ? handOver(next.value) : null
  },
}

function masterChain(): MasterChain {
  if (!chain) throw new Error('no mastering was begun')
  return chain
}

expose(worker)
