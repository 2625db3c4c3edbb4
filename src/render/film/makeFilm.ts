import type { Storyboard } from '@/domain/storyboard'
import type { Encoding } from '../encode/encoding'
import type { SyncFile } from '../encode/syncFile'
import type { SegmentCounts, StageSeconds } from '../protocol'
import type { Desk, RunningEncoder } from '../segments/desk'
import { FilmJoiner } from '../segments/FilmJoiner'
import { Office } from '../segments/Office'
import { digest, segmentCount, segmentKey } from '../segments/segmentKey'
import type { SegmentStore } from '../segments/SegmentStore'
import { SoundReel } from '../segments/SoundReel'
import { sumTimes } from '../segments/stageTimes'
import { MOST_PHOTOS } from './FilmPainter'
import type { StereoChunk } from '../sound/StereoChunk'

export interface FilmOrder {
  readonly storyboard: Storyboard
  readonly title: string
  readonly encoding: Encoding
  /** Names the code that draws and encodes: parts of films that other code made are not used. */
  readonly engineVersion: string
  /** Content hash of every photo by its id; for those not known a name that is used only once. */
  readonly photoHashes: ReadonlyMap<string, string>
  /** Makes the names of segments with texts unique where a font has not come: they are not found again. */
  readonly fontsMark?: string | null
  /** What is heard; null for a silent film. `key` names its content. */
  readonly sound: { readonly key: string; readonly chunks: AsyncIterable<StereoChunk> } | null
  readonly file: SyncFile
  readonly store: SegmentStore
  /** False where there is no room for the parts of the film beside the film: they are deleted once they are in it. */
  readonly keepsSegments: boolean
  readonly mostEncoders: number
  readonly startEncoder: (desk: Desk, mostPhotos: number) => RunningEncoder
  readonly readPhoto: (photoId: string) => Promise<Blob>
  /** Told what the film consists of, so that it stays. */
  readonly onKeys: (keys: readonly string[]) => Promise<void>
  readonly onProgress: (progress: FilmProgress) => void
}

export interface FilmProgress {
  readonly framesDone: number
  /** Of `framesDone`: those that were made before. */
  readonly framesFound: number
  /** Seconds of sound that are made; null in a silent film. */
  readonly soundDone: number | null
  readonly stage: 'rendering' | 'finishing'
}

export interface FinishedFilm {
  readonly codec: string
  readonly thumbnail: Blob
  readonly skippedPhotoIds: string[]
  readonly stages: StageSeconds
  readonly segments: SegmentCounts
}

/** A second encoder is worth its start and its memory from so many pixels on: two seconds of 1080p and a half. */
const PIXELS_FOR_TWO = 1.5e8

// [Note: when the sound is made] It takes some percent of the work, on the same cores. Made at once it would spoil the
// estimate of the time left; made with the pictures it belongs to it would be unfinished in a film that was interrupted.
// So it runs ahead of them, evenly, and is complete and kept when a little less than half of the film is done.
const SOUND_LEAD_SECONDS = 10
const SOUND_PACE = 2.2

/**
 * Makes the film: finds out which of its segments are kept, lets encoders make the others, and joins all of them by
 * copying packets, as they come.
 * @throws RenderError, StorageFull, SoundFailure; whatever reading the sound throws
 */
export async function makeFilm(order: FilmOrder): Promise<FinishedFilm> {
  const { storyboard, encoding, store, sound } = order
  const soundKey = sound && (await soundKeyOf(order, sound))
  const keysOf = async (film: Storyboard) => {
    const keys = await Promise.all(
      Array.from({ length: segmentCount(film) }, (_, index) =>
        segmentKey(
          film,
          index,
          order.photoHashes,
          order.engineVersion,
          encoding.video.config,
          order.fontsMark,
        ),
      ),
    )
    await order.onKeys(soundKey ? [...keys, soundKey] : keys)
    return keys
  }
  const soundSeconds = () => reel?.madeSeconds ?? (sound ? 0 : null)
  let reel: SoundReel | null = null
  const office = await Office.open({
    storyboard,
    keysOf,
    kept: await store.keys(),
    readPhoto: order.readPhoto,
    onProgress: ({ done, found }) =>
      order.onProgress({
        framesDone: done,
        framesFound: found,
        soundDone: soundSeconds(),
        stage: done < storyboard.frameCount ? 'rendering' : 'finishing',
      }),
  })
  const { done } = office.frames
  const pixels = (storyboard.frameCount - done) * storyboard.width * storyboard.height
  const encoders = office.missing < 2 || pixels < PIXELS_FOR_TWO ? 1 : order.mostEncoders
  const mostPhotos = Math.floor(MOST_PHOTOS / encoders)
  const running = Array.from({ length: encoders }, (_, index) =>
    order.startEncoder(office.desk(index), mostPhotos),
  )
  const joiner = new FilmJoiner(order, office)
  const join = async () => {
    reel = await openReel(order, office, soundKey)
    await joiner.join(reel)
    await reel?.finished
    return office.whenThumbnail()
  }
  const joining = join().finally(() => office.end())
  try {
    const [thumbnail, times] = await Promise.all([
      joining,
      Promise.all(running.map(({ finished }) => finished)),
    ])
    return {
      codec: encoding.video.config.codec,
      thumbnail,
      skippedPhotoIds: office.skippedPhotoIds,
      stages: sumTimes(times, joiner.writeMilliseconds),
      segments: { total: office.keys.length, made: office.made },
    }
  } catch (cause) {
    const first = office.fail(cause)
    await joining.catch(() => undefined)
    throw first
  } finally {
    for (const encoder of running) encoder.close()
  }
}

async function openReel(
  { storyboard, encoding, sound, store, keepsSegments }: FilmOrder,
  office: Office,
  key: string | null,
): Promise<SoundReel | null> {
  if (!sound || !key) return null
  const seconds = storyboard.frameCount / storyboard.fps
  return SoundReel.open({
    choice: encoding.audio,
    key,
    chunks: sound.chunks,
    store,
    isKept: keepsSegments,
    mayGoOn: (at) => office.whenDone((at - SOUND_LEAD_SECONDS) / seconds / SOUND_PACE),
  })
}

const soundKeyOf = ({ engineVersion, encoding }: FilmOrder, sound: { readonly key: string }) =>
  digest({ engineVersion, sound: sound.key, ...encoding.audio })
