import type { Lettering, Overlay } from '@/domain/storyboard'
import type { DrawnOverlay, TextFrame } from './canvas'
import * as bold from './letterings/bold'
import * as cinema from './letterings/cinema'
import * as serif from './letterings/serif'
import * as typewriter from './letterings/typewriter'

type Draw = (overlay: Overlay, frame: TextFrame) => DrawnOverlay
const LETTERINGS: Record<Lettering, { drawTitle: Draw; drawChapter: Draw; drawCaption: Draw }> = {
  serif,
  bold,
  cinema,
  typewriter,
}

/**
 * Draws a title, a chapter card or a caption the way the film's style writes. Its fonts are loaded before (`loadFonts`),
 * else the system's stand in. A text of nothing but spaces is an empty picture.
 */
export function drawOverlay(overlay: Overlay, frame: TextFrame): DrawnOverlay {
  const seen = overlay.kind === 'caption' ? overlay.text : overlay.text + overlay.subtitle
  if (!seen.trim()) return { x: 0, y: 0, width: 2, height: 2, pixels: new Uint8ClampedArray(16) }
  const { drawTitle, drawChapter, drawCaption } = LETTERINGS[frame.lettering]
  switch (overlay.kind) {
    case 'title':
      return drawTitle(overlay, frame)
    case 'chapter':
      return drawChapter(overlay, frame)
    case 'caption':
      return drawCaption(overlay, frame)
    default:
      return overlay.kind satisfies never
  }
}
