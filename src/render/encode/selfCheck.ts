import type { CodecChoice } from './encoding'
import { BT709, expectedColour, paintCheckFrame } from './checkFrames'
import { FrameEncoder, type PacketSink } from './FrameEncoder'

const FRAMES = 8
/** A key frame is asked for here as well: an encoder that forgets it makes films that cannot be joined. */
const KEY_FRAME_AT = 4
/** Of 255: encoders and the way to the canvas differ by a few, wrong colour matrices by more than twenty. */
const TOLERANCE = 14
/** Hardware that hangs is not waited for. */
const PATIENCE_SECONDS = 5

const verdicts = new Map<string, Promise<boolean>>()

/**
 * Whether an encoder gives back what it was given: as many frames, in order, with key frames where they were asked for and
 * in their colours. Asked once per configuration.
 */
export function passesSelfCheck(choice: CodecChoice): Promise<boolean> {
  const key = JSON.stringify(choice.config)
  const verdict = verdicts.get(key) ?? check(choice.config).catch(() => false)
  verdicts.set(key, verdict)
  return verdict
}

/** As `passesSelfCheck`, without remembering. @throws what the encoder or decoder fails with */
export async function check(config: VideoEncoderConfig): Promise<boolean> {
  const chunks: EncodedVideoChunk[] = []
  let decoderConfig: VideoDecoderConfig | undefined
  const sink: PacketSink = {
    push: (chunk, metadata) => {
      chunks.push(chunk)
      decoderConfig ??= metadata?.decoderConfig
    },
  }
  const encoder = new FrameEncoder(config, sink, PATIENCE_SECONDS)
  try {
    for (let index = 0; index < FRAMES; index++) {
      await encoder.encode(paintCheckFrame(config, index), index % KEY_FRAME_AT === 0)
    }
    await encoder.finish()
  } finally {
    encoder.close()
  }
  const isKey = (index: number) => chunks[index]?.type === 'key'
  if (!decoderConfig || !isKey(0) || !isKey(KEY_FRAME_AT)) return false
  // As the film will be tagged, whatever this encoder says of itself.
  const right = await decode({ ...decoderConfig, colorSpace: BT709 }, chunks, looksRight)
  return right.length === FRAMES && right.every(Boolean)
}

async function decode(
  config: VideoDecoderConfig,
  chunks: readonly EncodedVideoChunk[],
  judge: (frame: VideoFrame, index: number) => boolean,
): Promise<boolean[]> {
  const verdict: boolean[] = []
  let failure: Error | null = null
  const decoder = new VideoDecoder({
    output: (frame) => {
      verdict.push(judge(frame, verdict.length))
      frame.close()
    },
    error: (cause) => {
      failure = cause
    },
  })
  let patience: ReturnType<typeof setTimeout> | undefined
  try {
    decoder.configure(config)
    for (const chunk of chunks) decoder.decode(chunk)
    const silence = new Promise<never>((_, reject) => {
      patience = setTimeout(() => reject(new Error('the decoder hangs')), PATIENCE_SECONDS * 1000)
    })
    await Promise.race([decoder.flush(), silence])
  } finally {
    clearTimeout(patience)
    if (decoder.state !== 'closed') decoder.close()
  }
  if (failure) throw failure
  return verdict
}

const COLUMNS = 64
const ROWS = 36

/** Looks at the middle of each of the picture's fields. */
function looksRight(frame: VideoFrame, index: number): boolean {
  const context = new OffscreenCanvas(COLUMNS, ROWS).getContext('2d', { willReadFrequently: true })
  if (!context) return false
  context.drawImage(frame, 0, 0, COLUMNS, ROWS)
  const { data } = context.getImageData(0, 0, COLUMNS, ROWS)
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 4; column++) {
      const at = 4 * ((row * 12 + 6) * COLUMNS + column * 16 + 8)
      const expected = expectedColour(column, row, index)
      if (expected.some((value, channel) => Math.abs(value - (data[at + channel] ?? NaN)) > TOLERANCE)) {
        return false
      }
    }
  }
  return true
}
