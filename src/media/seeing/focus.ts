import smartcrop, { type CropOptions } from 'smartcrop'
import type { Box } from '@/domain/analysis'

const SMALLEST = 0.5

/** The square of a photo that draws the eye most: contrast, colour and skin (smartcrop). Nothing in a flat picture. */
export async function focusOf(picture: OffscreenCanvas): Promise<Box | null> {
  const options: CropOptions & { canvasFactory: (width: number, height: number) => OffscreenCanvas } = {
    width: 100,
    height: 100,
    minScale: SMALLEST,
    ruleOfThirds: false,
    canvasFactory: (width, height) => new OffscreenCanvas(Math.floor(width), Math.floor(height)),
  }
  const { topCrop } = await smartcrop.crop(picture, options)
  if (!(topCrop?.width > 0)) return null
  const { width, height } = picture
  return {
    x: topCrop.x / width,
    y: topCrop.y / height,
    width: Math.min(topCrop.width / width, 1),
    height: Math.min(topCrop.height / height, 1),
  }
}
