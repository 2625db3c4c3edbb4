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
 * else the system's stand in.
 */
export function drawOverlay(overlay: Overlay, frame: TextFrame): DrawnOverlay {
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
