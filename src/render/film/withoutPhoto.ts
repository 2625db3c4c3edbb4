import { WHOLE_STAGE, type Panel, type Shot, type Storyboard } from '@/domain/storyboard'

/**
 * The film when a photo cannot be read. The photos that shared a shot with it take its room. Where it stood alone the
 * next shot comes in its place and stays longer; at the end the shot before it rests on its last framing. Shots already
 * on screen move as they did. It joins `leftOut`.
 * @returns null when no shot is left
 */
export function withoutPhoto(storyboard: Storyboard, photoId: string): Storyboard | null {
  const shots: Shot[] = []
  /** The place of shots that are gone, for the next one that stays. */
  let vacant: Pick<Shot, 'startFrame' | 'transition'> | null = null
  for (const shot of storyboard.shots) {
    const panels = withoutPanel(shot.panels, photoId)
    if (panels.length === 0) {
      vacant ??= shot
      continue
    }
    const place: Pick<Shot, 'startFrame' | 'transition'> = vacant ?? shot
    shots.push({ ...shot, panels, startFrame: place.startFrame, transition: place.transition })
    vacant = null
  }
  const last = shots.at(-1)
  if (!last) return null
  const endFrame = storyboard.shots.at(-1)?.endFrame ?? last.endFrame
  return {
    ...storyboard,
    shots: vacant ? [...shots.slice(0, -1), { ...last, endFrame }] : shots,
    overlays: storyboard.overlays.filter((overlay) => overlay.photoId !== photoId),
    leftOut: [...storyboard.leftOut, { photoId, reason: { code: 'unreadable', values: {} } }],
  }
}

function withoutPanel(panels: readonly Panel[], photoId: string): Panel[] {
  const rest = panels.filter((panel) => panel.photoId !== photoId)
  if (rest.length === panels.length) return rest
  // Nothing is known here about what may be cut off: alone on the stage a photo is shown whole.
  const [only] = rest
  if (only && rest.length === 1) return [{ ...only, area: WHOLE_STAGE, fit: 'contain' }]
  const inColumns = new Set(rest.map(({ area }) => area.x)).size > 1
  return rest.map((panel, index) => {
    const part = { at: index / rest.length, size: 1 / rest.length }
    const area = inColumns
      ? { x: part.at, y: 0, width: part.size, height: 1 }
      : { x: 0, y: part.at, width: 1, height: part.size }
    return { ...panel, area }
  })
}
