import type { Storyboard } from '@/domain/storyboard'
import type { Compositor } from '@/render/compositor/Compositor'
import { FilmPainter } from '@/render/film/FilmPainter'
import { toVideoFrame } from '@/render/film/toVideoFrame'
import { drawOverlay } from '@/render/text/drawOverlay'
import { loadFonts } from '@/render/text/fonts'

export interface Tile {
  readonly picture: ImageBitmap
  readonly label: string
}

interface Moment {
  readonly frame: number
  readonly label: string
}

/** Paints the most telling frames of a film, in their order. */
export async function paintTiles(
  compositor: Compositor,
  storyboard: Storyboard,
  count: number,
  readPhoto: (id: string) => Promise<Blob>,
): Promise<Tile[]> {
  await loadFonts(storyboard)
  const painter = new FilmPainter(compositor, storyboard, readPhoto, drawOverlay)
  const tiles: Tile[] = []
  for (const { frame, label } of tellingMoments(storyboard, count)) {
    const painted = toVideoFrame(compositor, await painter.paint(frame), frame, storyboard.fps)
    const seconds = (frame / storyboard.fps).toFixed(1)
    tiles.push({ picture: await createImageBitmap(painted), label: `${seconds} s ${label}`.trim() })
    painted.close()
  }
  await painter.close()
  return tiles
}

/** Texts, each kind of transition in its middle, light that leaks, and pictures on their own, well apart. */
function tellingMoments(storyboard: Storyboard, count: number): Moment[] {
  const { shots, overlays, leaks, fps } = storyboard
  const middle = (from: number, to: number) => Math.floor((from + to) / 2)
  const texts = overlays.map(({ kind, startFrame, endFrame }) => ({
    frame: middle(startFrame, endFrame),
    label: kind,
  }))
  const changes = shots.flatMap(({ startFrame, transition: { kind, frames } }) =>
    // Halfway through black there is nothing to see.
    frames > 0
      ? [{ frame: startFrame + Math.floor(frames * (kind === 'black' ? 0.27 : 0.45)), label: kind }]
      : [],
  )
  const alone = shots.flatMap(({ startFrame, endFrame, transition }, index) => {
    const from = startFrame + transition.frames
    const to = shots[index + 1]?.startFrame ?? endFrame
    return to > from ? [{ frame: middle(from, to), label: '' }] : []
  })
  const light = leaks.map(({ startFrame, endFrame }) => ({
    frame: middle(startFrame, endFrame),
    label: 'leak',
  }))
  const chosen = new Map<number, string>()
  const take = (moments: readonly Moment[], most: number, apart: number) => {
    const free = moments.filter(({ frame }) =>
      [...chosen.keys()].every((taken) => Math.abs(taken - frame) >= apart),
    )
    for (const { frame, label } of spread(free, Math.min(most, count - chosen.size))) chosen.set(frame, label)
  }
  take(texts, Math.ceil(count * 0.4), 1)
  for (const kind of new Set(changes.map(({ label }) => label))) {
    const ofKind = changes.filter(({ label }) => label === kind)
    take(ofKind, 1, 1)
  }
  take(light, 1, fps)
  for (const apart of [1.5 * fps, fps / 2, 4, 1]) {
    take(alone, count, apart)
    take(changes, count, apart)
  }
  return [...chosen].map(([frame, label]) => ({ frame, label })).sort((a, b) => a.frame - b.frame)
}

/** An even choice of at most `most`; the first is always there. */
function spread<T>(values: readonly T[], most: number): T[] {
  if (values.length <= most) return [...values]
  return Array.from({ length: Math.max(0, most) }, (_, index) => {
    const value = values[Math.floor((index * values.length) / most)]
    return value === undefined ? [] : [value]
  }).flat()
}
