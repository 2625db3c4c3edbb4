import type { GraphModel } from '@tensorflow/tfjs-converter'
import type { SeenFace } from './faceBoxes'
import { type AreaReader, pointInPicture, type PictureArea } from './pictureArea'
import { runModel } from './tfjs'

export const FACEMESH_EDGE = 192
const OUTPUTS = ['Identity_1:0', 'Identity_2:0']

/**
 * Looks closely at what may be a face with MediaPipe's face mesh, which is far harder to deceive than the detector: the box
 * around its points.
 */
export function meshFace(
  model: GraphModel,
  reader: AreaReader,
  picture: OffscreenCanvas,
  area: PictureArea,
): SeenFace {
  const [flag, mesh] = runModel(model, reader.read(picture, area, 0, 1), FACEMESH_EDGE, OUTPUTS)
  const face = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity, score: flag?.[0] ?? 0 }
  for (let at = 0; mesh && at + 2 < mesh.length; at += 3) {
    const { x, y } = pointInPicture(
      area,
      (mesh[at] ?? 0) / FACEMESH_EDGE,
      (mesh[at + 1] ?? 0) / FACEMESH_EDGE,
    )
    face.left = Math.min(face.left, x)
    face.right = Math.max(face.right, x)
    face.top = Math.min(face.top, y)
    face.bottom = Math.max(face.bottom, y)
  }
  return face
}
