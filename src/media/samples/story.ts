import type { Place } from '@/domain/photo'
import type { Easel } from './easel'
import { paintCampfire } from './scenes/campfire'
import { paintDawn } from './scenes/dawn'
import { paintForest } from './scenes/forest'
import { paintKite } from './scenes/kite'
import { paintLake } from './scenes/lake'
import { paintMeadow } from './scenes/meadow'
import { paintPicnic } from './scenes/picnic'
import { paintRoad } from './scenes/road'
import { paintSailing } from './scenes/sailing'
import { paintNight } from './scenes/stars'
import { paintSunrise } from './scenes/sunrise'
import { paintTent } from './scenes/tent'

/** A picture of the sample story: how it is painted, and what its "camera" writes down. */
export interface Sample {
  name: string
  upright: boolean
  takenAt: string
  place: Place
  seed: number
  paint: (easel: Easel) => void
  vignette: number
}

/** Central European Summer Time. */
export const SAMPLE_UTC_OFFSET_MINUTES = 120

/** A weekend at a lake in the Julian Alps, in the order in which it happened. */
export const SAMPLE_STORY: readonly Sample[] = [
  sample('dawn', '2025-06-14T05:06:12', 46.2921, 13.8834, paintDawn, 0.34),
  sample('forest', '2025-06-14T07:41:50', 46.2984, 13.8462, paintForest, 0.4, true),
  sample('lake', '2025-06-14T09:55:08', 46.2838, 13.8641, paintLake, 0.3),
  sample('sailing', '2025-06-14T11:32:41', 46.2815, 13.8543, paintSailing, 0.26),
  sample('picnic', '2025-06-14T13:07:19', 46.2772, 13.8886, paintPicnic, 0.34),
  sample('meadow', '2025-06-14T15:21:33', 46.2896, 13.8938, paintMeadow, 0.28),
  sample('kite', '2025-06-14T16:48:02', 46.2903, 13.8999, paintKite, 0.3, true),
  sample('tent', '2025-06-14T21:12:27', 46.2759, 13.8338, paintTent, 0.4),
  sample('campfire', '2025-06-14T22:20:54', 46.2758, 13.8334, paintCampfire, 0.45, true),
  sample('stars', '2025-06-14T23:52:16', 46.2757, 13.8329, paintNight, 0.4),
  sample('sunrise', '2025-06-15T05:24:38', 46.2781, 13.8402, paintSunrise, 0.36),
  sample('road-home', '2025-06-15T10:36:05', 46.2742, 13.9528, paintRoad, 0.3),
]

function sample(
  subject: string,
  takenAt: string,
  latitude: number,
  longitude: number,
  paint: (easel: Easel) => void,
  vignette: number,
  upright = false,
): Sample {
  const seed = Array.from(subject).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7)
  return { name: subject, upright, takenAt, place: { latitude, longitude }, seed, paint, vignette }
}
