import type { Mood } from '@/domain/music'
import type { RoomShape } from './samples/impulse'

/**
 * Where each mood is played, and `wet`: dB of the room beside the dry sound. `level` is the gain in dB that brings its
 * mix to about −14 LUFS after the compressor (measured over seeds; a preview has nothing else to go by).
 */
export const ROOMS: Readonly<Record<Mood, RoomShape & { readonly wet: number; readonly level: number }>> = {
  warm: { seconds: 1.7, predelaySeconds: 0.016, brightness: 6500, wet: 0, level: 3.9 },
  tender: { seconds: 2.3, predelaySeconds: 0.022, brightness: 6000, wet: 1, level: 2.7 },
  bright: { seconds: 1.3, predelaySeconds: 0.012, brightness: 9000, wet: 0, level: 4.7 },
  bold: { seconds: 1.9, predelaySeconds: 0.02, brightness: 8000, wet: 0, level: 3.3 },
  wide: { seconds: 3.2, predelaySeconds: 0.03, brightness: 6500, wet: 1, level: 1.3 },
  hushed: { seconds: 3.6, predelaySeconds: 0.034, brightness: 4800, wet: 2, level: 2.3 },
  wistful: { seconds: 2.5, predelaySeconds: 0.024, brightness: 5500, wet: 1, level: 3.3 },
  carefree: { seconds: 0.9, predelaySeconds: 0.008, brightness: 8500, wet: -2, level: 6.7 },
}
