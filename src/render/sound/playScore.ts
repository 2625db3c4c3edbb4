import type { Score } from '@/domain/score'
import type { MasterSettings } from './mastering/MasterChain'
import { ROOMS } from './rooms'
import { SOUND_SAMPLE_RATE, type StereoChunk } from './StereoChunk'
import type { Studio } from './Studio'

export const TARGET_LUFS = -14
const STRETCH_SECONDS = 10
/** A preview is heard soon: its first stretch is short. */
const FIRST_PREVIEW_SECONDS = 4
/** What has begun so long before a preview can still be heard in it. */
const LEAD_SECONDS = 12
/** Up to here the mix is kept between measuring and mastering (70 MB); longer films are mixed twice. */
const KEPT_SECONDS = 180

export interface Span {
  /** In samples of the film; `end` is its end. */
  readonly from: number
  readonly end: number
  /** Measure all of it first, so that its loudness is right to a fraction; a preview has no time for that. */
  readonly isMeasured: boolean
}

/** Plays a score from a place to its end, mastered. */
export async function* playScore(
  studio: Studio,
  score: Score,
  span: Span,
): AsyncGenerator<StereoChunk, void, undefined> {
  const settings = masterSettings(score, span)
  if (!span.isMeasured) {
    yield* masterAll(studio, settings, mixed(studio, score, span))
    return
  }
  const keep: StereoChunk[] | null = span.end - span.from <= KEPT_SECONDS * SOUND_SAMPLE_RATE ? [] : null
  await studio.startMaster(settings)
  for await (const chunk of mixed(studio, score, span)) {
    keep?.push({ left: chunk.left.slice(), right: chunk.right.slice() })
    await studio.master(chunk)
  }
  const { loudness } = await studio.ask((remote) => remote.finishMaster())
  const outputGain = Number.isFinite(loudness) ? 10 ** ((TARGET_LUFS - loudness) / 20) : 1
  yield* masterAll(studio, { ...settings, outputGain }, keep ? drained(keep) : mixed(studio, score, span))
}

async function* mixed(studio: Studio, score: Score, { from, end, isMeasured }: Span) {
  const lead = Math.max(0, from - LEAD_SECONDS * SOUND_SAMPLE_RATE)
  await studio.ask((remote) => remote.startScore(score, lead))
  const first = from - lead + FIRST_PREVIEW_SECONDS * SOUND_SAMPLE_RATE
  for (let at = lead; at < end;) {
    const wanted = at === lead && !isMeasured ? first : STRETCH_SECONDS * SOUND_SAMPLE_RATE
    const chunk = await studio.ask((remote) => remote.nextOfScore(Math.min(wanted, end - at)))
    const begin = Math.max(0, from - at)
    const stop = Math.min(chunk.left.length, end - at)
    yield { left: chunk.left.slice(begin, stop), right: chunk.right.slice(begin, stop) }
    at += chunk.left.length
  }
}

/** Gives the chunks away as it goes, so that they are not in memory twice. */
async function* drained(chunks: StereoChunk[]) {
  for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) yield await Promise.resolve(chunk)
}

/** Masters chunk by chunk; together they are as long as what came in. */
export async function* masterAll(
  studio: Studio,
  settings: MasterSettings,
  chunks: AsyncIterable<StereoChunk>,
): AsyncGenerator<StereoChunk, void, undefined> {
  await studio.startMaster(settings)
  for await (const chunk of chunks) {
    const ready = await studio.master(chunk)
    if (ready.left.length > 0) yield ready
  }
  const { rest } = await studio.ask((remote) => remote.finishMaster())
  if (rest.left.length > 0) yield rest
}

function masterSettings({ mood, fadeOutSeconds }: Score, { from, end }: Span): MasterSettings {
  return {
    inputGain: 10 ** (ROOMS[mood].level / 20),
    compressor: { threshold: -20, ratio: 1.8 },
    outputGain: 1,
    fromSeconds: from / SOUND_SAMPLE_RATE,
    endSeconds: end / SOUND_SAMPLE_RATE,
    fadeInSeconds: 0,
    fadeOutSeconds,
    swellSeconds: [],
  }
}
