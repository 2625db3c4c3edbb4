import type { Overlay, Shot } from '@/domain/storyboard'
import type { Selection } from '../choice/selectGroups'
import type { StyleDirection } from '../styles/StyleDirection'
import type { GroupTime } from '../timing/timeGroups'

/** With less than this its words also stand over the transitions. */
const COMFORTABLE_SECONDS = 1.4
/** Words that leave sooner could not be seen. */
const LEAST_SECONDS = 0.4

/** The words of the title cards that a person put between the photos, each over its own shot. */
export function personCards(
  { groups }: Selection,
  times: readonly GroupTime[],
  shots: readonly Shot[],
  film: { readonly direction: StyleDirection; readonly frameCount: number; readonly fps: number },
): Overlay[] {
  const { direction, frameCount, fps } = film
  const fadeOut = Math.min(Math.round(direction.fadeOutSeconds * fps), Math.floor(frameCount / 6))
  return groups.flatMap(({ card }, index): Overlay[] => {
    const [shot, time, next] = [shots[index], times[index], shots[index + 1]]
    if (!card || !shot || !time) return []
    const alone = { start: shot.startFrame + shot.transition.frames, end: next?.startFrame ?? time.endFrame }
    const isRoomy = alone.end - alone.start >= COMFORTABLE_SECONDS * fps
    const startFrame = isRoomy ? alone.start : time.beginFrame
    const end = isRoomy ? alone.end : time.endFrame
    // The last picture goes to black, and the words before it.
    const least = Math.max((end - startFrame) / 2, Math.min(end - startFrame, LEAST_SECONDS * fps))
    const endFrame = next ? end : Math.max(startFrame + Math.ceil(least), end - fadeOut)
    return [
      {
        kind: 'title',
        photoId: null,
        text: card.text.trim(),
        subtitle: card.subtitle.trim(),
        startFrame,
        endFrame,
        fadeFrames: Math.min(
          Math.round(direction.textFadeSeconds * fps),
          Math.floor((endFrame - startFrame) / 4),
        ),
      },
    ]
  })
}
