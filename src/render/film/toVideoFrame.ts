import type { Compositor } from '../compositor/Compositor'
import type { Planes } from '../compositor/planes'
import { BT709 } from '../encode/checkFrames'

/** Copies a painted frame into a `VideoFrame`, tagged as what it is. The caller closes it. */
export function toVideoFrame(
  compositor: Compositor,
  { block, width, height, y, u, v }: Planes,
  index: number,
  fps: number,
): VideoFrame {
  const timestamp = Math.round((index * 1e6) / fps)
  return new VideoFrame(compositor.memory.view(block), {
    format: 'I420',
    codedWidth: width,
    codedHeight: height,
    timestamp,
    duration: Math.round(((index + 1) * 1e6) / fps) - timestamp,
    layout: [y, u, v].map(({ offset, stride }) => ({ offset: offset - block.offset, stride })),
    colorSpace: BT709,
  })
}

const THUMBNAIL_EDGE = 640

/** A JPEG of the frame, 640 pixels on its long edge. */
export async function toThumbnail(frame: VideoFrame): Promise<Blob> {
  const scale = Math.min(1, THUMBNAIL_EDGE / Math.max(frame.displayWidth, frame.displayHeight))
  const width = Math.max(1, Math.round(frame.displayWidth * scale))
  const height = Math.max(1, Math.round(frame.displayHeight * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser has no canvas in workers')
  context.imageSmoothingQuality = 'high'
  context.drawImage(frame, 0, 0, width, height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
}
