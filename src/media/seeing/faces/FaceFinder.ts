import type { GraphModel } from '@tensorflow/tfjs-converter'
import { MOST_FACES, type Analysis } from '@/domain/analysis'
import blazefaceWeights from '../../../../node_modules/@vladmandic/human/models/blazeface.bin?url'
import blazefaceManifest from '../../../../node_modules/@vladmandic/human/models/blazeface.json?url'
import facemeshWeights from '../../../../node_modules/@vladmandic/human/models/facemesh.bin?url'
import facemeshManifest from '../../../../node_modules/@vladmandic/human/models/facemesh.json?url'
import { BLAZEFACE_EDGE, BLAZEFACE_OUTPUTS, readCandidates } from './blazeface'
import { boxOf, withoutRepeats, type SeenFace } from './faceBoxes'
import { FACEMESH_EDGE, meshFace } from './faceMesh'
import { AreaReader, pointInPicture, type PictureArea } from './pictureArea'
import { loadModel, runModel, startBackend } from './tfjs'
import { tilesOf } from './tiles'

/** Below this the detector takes leaves and letters for faces too often to look closer. */
const DETECTOR_THRESHOLD = 0.4
/**
 * What both models say, multiplied. Faces down to 40 px of 1600 come to 0.6 and more, nearly always to 0.8; what is
 * none, in photos without people, to 0.5 at most.
 */
const THRESHOLD = 0.55
/** The mesh model wants to see the whole head. */
const HEAD = 1.5

type Candidate = SeenFace & { area: PictureArea }

/**
 * Finds faces with BlazeFace and has the face mesh confirm them.
 *
 * [Note: two models] The detector alone sees faces in 12 of 38 photos without any. The mesh model, which knows where a
 * face has its eyes, nose and mouth, is only shown what the detector found, turned upright, and together they are right.
 */
export class FaceFinder {
  readonly #detector: GraphModel
  readonly #mesh: GraphModel
  readonly #detectorView = new AreaReader(BLAZEFACE_EDGE)
  readonly #meshView = new AreaReader(FACEMESH_EDGE)

  private constructor(detector: GraphModel, mesh: GraphModel) {
    this.#detector = detector
    this.#mesh = mesh
  }

  /** Loads the models, 2.2 MB. Rejects where they cannot be had or run. */
  static async open(): Promise<FaceFinder> {
    await startBackend()
    const [detector, mesh] = await Promise.all([
      loadModel(blazefaceManifest, blazefaceWeights),
      loadModel(facemeshManifest, facemeshWeights),
    ])
    return new FaceFinder(detector, mesh)
  }

  /** The faces in an upright picture, largest first. A picture of 1600 px shows those of a fiftieth of its long edge. */
  find(picture: OffscreenCanvas): Analysis['faces'] {
    const candidates = withoutRepeats(tilesOf(picture).flatMap((tile) => this.#detect(picture, tile)))
    const faces = candidates.map((candidate) => this.#confirm(picture, candidate))
    return withoutRepeats(faces.filter(({ score }) => score >= THRESHOLD))
      .map((face) => boxOf(face, picture))
      .sort((a, b) => b.width * b.height - a.width * a.height)
      .slice(0, MOST_FACES)
  }

  #detect(picture: OffscreenCanvas, tile: PictureArea): Candidate[] {
    const rgb = this.#detectorView.read(picture, tile, -1, 1)
    const outputs = runModel(this.#detector, rgb, BLAZEFACE_EDGE, BLAZEFACE_OUTPUTS)
    return readCandidates(outputs, DETECTOR_THRESHOLD).map(({ centerX, centerY, edge, angle, score }) => {
      const { x, y } = pointInPicture(tile, centerX, centerY)
      const half = (edge * tile.edge) / 2
      const area = { centerX: x, centerY: y, edge: 2 * half * HEAD, angle }
      return { left: x - half, top: y - half, right: x + half, bottom: y + half, score, area }
    })
  }

  #confirm(picture: OffscreenCanvas, { area, score }: Candidate): SeenFace {
    const face = meshFace(this.#mesh, this.#meshView, picture, area)
    return { ...face, score: face.score * score }
  }
}
