import type { Storyboard } from '@/domain/storyboard'

const even = (value: number) => 2 * Math.round(value / 2)

/**
 * The same film at another size: for the preview.
 * @param width of the frame, in pixels; rounded to even, the height follows
 */
export function scaleStoryboard(storyboard: Storyboard, width: number): Storyboard {
  const to = { width: Math.max(2, even(width)), height: 0 }
  to.height = Math.max(2, even((storyboard.height * to.width) / storyboard.width))
  const across = to.width / storyboard.width
  const down = to.height / storyboard.height
  const { stage } = storyboard
  const x = even(stage.x * across)
  const y = even(stage.y * down)
  // The far edges are rounded, not the sizes: a stage that fills the frame goes on to fill it.
  const right = even((stage.x + stage.width) * across)
  const bottom = even((stage.y + stage.height) * down)
  return {
    ...storyboard,
    ...to,
    stage: { x, y, width: Math.max(2, right - x), height: Math.max(2, bottom - y) },
  }
}
