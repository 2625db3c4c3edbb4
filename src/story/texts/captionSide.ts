import type { Framing, Overlay, Panel, Shot, Storyboard } from '@/domain/storyboard'
import type { Candidate } from '../choice/Candidate'
import { seenThrough, viewOf, type Size } from '../framing/view'

/** Texts stand in this part of the frame's height, at the bottom or at the top. */
const TEXT_HEIGHT = 0.3

/** The side on which text hides less of the faces; the bottom where it makes no difference. */
export function captionSide(
  candidates: readonly Candidate[],
  { panels }: Shot,
  frame: Size,
  stage: Storyboard['stage'],
): NonNullable<Overlay['side']> {
  let bottom = 0
  let top = 0
  for (const [index, panel] of panels.entries()) {
    const candidate = candidates[index]
    if (!candidate) continue
    for (const { start, end } of facesOnFrame(candidate, panel, frame, stage)) {
      bottom += Math.max(0, end - Math.max(start, 1 - TEXT_HEIGHT))
      top += Math.max(0, Math.min(end, TEXT_HEIGHT) - start)
    }
  }
  return top < bottom * 0.7 ? 'top' : 'bottom'
}

/** Where faces begin and end, in parts of the frame's height, at both ends of the panel's move. */
function facesOnFrame({ photo, faces }: Candidate, panel: Panel, frame: Size, stage: Storyboard['stage']) {
  const pixels = { width: panel.area.width * stage.width, height: panel.area.height * stage.height }
  const view = viewOf(photo, pixels, panel.fit)
  const onFrame = (framing: Framing) => {
    const seen = seenThrough(view, framing)
    // A photo lower than its area stands in the middle of it.
    const filled = Math.min(1, framing.zoom / view.down)
    return faces.map(({ y, height }) => {
      const place = (at: number) => {
        const inArea = (1 - filled) / 2 + ((at - seen.y) / seen.height) * filled
        return (stage.y + (panel.area.y + inArea * panel.area.height) * stage.height) / frame.height
      }
      return { start: place(y), end: place(y + height) }
    })
  }
  return [...onFrame(panel.from), ...onFrame(panel.to)]
}
