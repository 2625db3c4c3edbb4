import { isCardShot, type Overlay, type Panel, type Storyboard, type Transition } from '@/domain/storyboard'

/** A shot as a timeline shows it: from the middle of its transition in to the middle of the next one. */
export type FilmShot = {
  readonly index: number
  /** One to three photos; of a title card the one it stands beside. */
  readonly photoIds: readonly string[]
  readonly panels: readonly Panel[]
  readonly startSeconds: number
  readonly endSeconds: number
  /** The words of a title card. */
  readonly card: Pick<Overlay, 'text' | 'subtitle'> | null
  /** Its photos have been shown before. */
  readonly isAgain: boolean
  readonly transition: Transition
}

/** A film as shots end to end, from 0 to its length. */
export function filmShots({ shots, overlays, frameCount, fps }: Storyboard): FilmShot[] {
  const starts = shots.map(({ startFrame, transition }) => startFrame + Math.floor(transition.frames / 2))
  const seen = new Set<string>()
  return shots.map((shot, index) => {
    const isCard = isCardShot(shot)
    const start = starts[index] ?? 0
    const end = starts[index + 1] ?? frameCount
    const photoIds = shot.panels.map(({ photoId }) => photoId)
    const isAgain = !isCard && photoIds.every((id) => seen.has(id))
    if (!isCard) photoIds.forEach((id) => seen.add(id))
    const words = isCard
      ? overlays.find(
          ({ kind, startFrame, endFrame }) => kind === 'title' && startFrame < end && endFrame > start,
        )
      : undefined
    return {
      index,
      photoIds,
      panels: shot.panels,
      startSeconds: start / fps,
      endSeconds: end / fps,
      card: isCard ? { text: words?.text ?? '', subtitle: words?.subtitle ?? '' } : null,
      isAgain,
      transition: shot.transition,
    }
  })
}

/** The shot that is on screen at a moment; the last one at the end. */
export const shotAt = (shots: readonly FilmShot[], seconds: number): FilmShot | undefined =>
  shots.findLast(({ startSeconds }) => startSeconds <= seconds + 1e-6) ?? shots[0]
