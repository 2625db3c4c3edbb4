import type { Analysis } from '@/domain/analysis'
import { FaceFinder } from './FaceFinder'

let opening: Promise<FaceFinder> | undefined

/** The faces in an upright picture, largest first. Loads the models when first asked, and again after it failed. */
export async function findFaces(picture: OffscreenCanvas): Promise<Analysis['faces']> {
  opening ??= FaceFinder.open()
  try {
    return (await opening).find(picture)
  } catch (error) {
    opening = undefined
    throw error
  }
}
