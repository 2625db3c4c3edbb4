import type { FileFormat } from '@/domain/video'
import type { FilmFormat } from './levels'

export type FilmCodec = 'avc' | 'vp9' | 'av1'
export type SoundCodec = 'aac' | 'opus'

/** What to give `VideoEncoder.configure`, and which codec that is for the container. */
export interface CodecChoice {
  readonly codec: FilmCodec
  readonly config: VideoEncoderConfig
}

export interface SoundChoice {
  readonly codec: SoundCodec
  /** Bits per second. */
  readonly bitrate: number
}

/** How a film is encoded in this browser. */
export interface Encoding {
  readonly video: CodecChoice
  readonly audio: SoundChoice
  readonly mimeType: 'video/mp4'
  /** The encoder may be the machine's own; when it fails, `chooseEncoding` again with `hardware: false`. */
  readonly hardware: boolean
  /** The same frames give the same packets (VP9) or at least the same pictures (AV1), today and tomorrow. */
  readonly reproducible: boolean
}

export interface EncodingWishes extends FilmFormat {
  readonly format: FileFormat
  /** False when the hardware's encoder has failed: software only. */
  readonly hardware?: boolean
}
