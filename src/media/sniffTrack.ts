import type { TrackMimeType } from '@/domain/audioTrack'

/** How many bytes from the start of a file `sniffTrack` wants to see. */
export const SNIFF_TRACK_BYTES = 16

/** Names a sound file's format by its first bytes, as `sniffFormat` does a photo's; null for everything else. */
export function sniffTrack(head: Uint8Array): TrackMimeType | null {
  const [first = 0, second = 0] = head
  if (text(head, 0, 3) === 'ID3') return 'audio/mpeg'
  if (text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WAVE') return 'audio/wav'
  if (text(head, 0, 4) === 'OggS') return 'audio/ogg'
  if (text(head, 0, 4) === 'fLaC') return 'audio/flac'
  if (text(head, 4, 8) === 'ftyp') return 'audio/mp4'
  // Eleven set bits begin a frame; the layer says which: none (ADTS) is AAC, any other MPEG audio.
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null
  return (second & 0x06) === 0 ? 'audio/aac' : 'audio/mpeg'
}

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
