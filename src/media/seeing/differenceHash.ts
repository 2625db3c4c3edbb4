import { meansOf, type Grey } from './pictureCopy'

const SIDE = 8

/**
 * The 64-bit difference hash of a picture (dHash, N. Krawetz 2013): each bit says whether a part is brighter than the
 * one to its left. The same motif again differs in 3 to 9 bits, another one in 21 and more.
 */
export function differenceHash(grey: Grey): string {
  const means = meansOf(grey, SIDE + 1, SIDE)
  let hash = ''
  for (let row = 0; row < SIDE; row++) {
    let byte = 0
    for (let column = 0; column < SIDE; column++) {
      const left = row * (SIDE + 1) + column
      byte = (byte << 1) | Number((means[left + 1] ?? 0) > (means[left] ?? 0))
    }
    hash += byte.toString(16).padStart(2, '0')
  }
  return hash
}
