/** Width and height in pixels. */
export interface PictureSize {
  width: number
  height: number
}

/** The size once EXIF orientation is applied: orientations 5 to 8 lie on their side. */
export function uprightSize({ width, height }: PictureSize, orientation: number): PictureSize {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

/** The size of the same shape whose long edge is at most `longEdge`; never enlarged, never below one pixel. */
export function fitLongEdge({ width, height }: PictureSize, longEdge: number): PictureSize {
  const scale = Math.min(1, longEdge / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
