import type { Analysis } from '@/domain/analysis'
import type { Grey } from './pictureCopy'

/** As dark or as light as it gets, but for what JPEG adds. */
const BLACK = 4
const WHITE = 251

/** How bright a photo is on the whole, and how much of it is nothing but black or white. */
export function exposureOf({ values }: Grey): Pick<Analysis, 'brightness' | 'clipped'> {
  let sum = 0
  let clipped = 0
  for (const value of values) {
    sum += value
    if (value <= BLACK || value >= WHITE) clipped++
  }
  return { brightness: sum / values.length / 255, clipped: clipped / values.length }
}
