import { expose, transfer } from 'comlink'
import { MasterChain } from './mastering/MasterChain'
import type { SoundWorker } from './protocol'
import { loadMixing } from './mixing/loadMixing'
import { MixMemory } from './mixing/MixMemory'
import { MIX_BLOCK, ScoreMixer } from './mixing/ScoreMixer'
import type { StereoChunk } from './StereoChunk'
import { DecodedTrack } from './track/decodeTrack'
import { findBeats } from './track/findBeats'
import { listenTrack } from './track/listenTrack'
import { playParts } from './track/playParts'

/** Plays scores, reads tracks and masters one soundtrack, then is ended by the page. */

let mixer: ScoreMixer | null = null
let chain: MasterChain | null = null
let track: AsyncGenerator<StereoChunk, void, undefined> | null = null
const handOver = (chunk: StereoChunk) => transfer(chunk, [chunk.left.buffer, chunk.right.buffer])

const worker: SoundWorker = {
  startScore: async (score, from) => {
    mixer = new ScoreMixer(await MixMemory.open(await loadMixing()), score, from)
  },
  nextOfScore: (samples) => {
    if (!mixer) throw new Error('no score was begun')
    const blocks = Math.max(1, Math.ceil(samples / MIX_BLOCK))
    const left = new Float32Array(blocks * MIX_BLOCK)
    const right = new Float32Array(blocks * MIX_BLOCK)
    for (let block = 0; block < blocks; block++) {
      const mixed = mixer.mix()
      left.set(mixed.left, block * MIX_BLOCK)
      right.set(mixed.right, block * MIX_BLOCK)
    }
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
