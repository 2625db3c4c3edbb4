import { expose, transfer } from 'comlink'
import { heifColorSpace } from '../headers/heifColorSpace'
import type { PictureSize } from '../pictureSize'
import { decodePrimary } from './libheif'

/** What the HEIC worker does. */
export interface HeicWorker {
  /** Decodes a HEIC file and scales it. Rejects when libheif cannot read it. */
  decode(bytes: Uint8Array<ArrayBuffer>, size: PictureSize): Promise<ImageBitmap>
}

const worker: HeicWorker = {
  decode: async (bytes, { width, height }) => {
    const pixels = await decodePrimary(bytes, heifColorSpace(bytes))
    const picture = await createImageBitmap(pixels, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    })
    return transfer(picture, [picture])
  },
}

expose(worker)
