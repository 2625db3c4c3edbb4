import type { Storyboard } from '@/domain/storyboard'
import type { StyleDirection } from '../styles/StyleDirection'

/** The part of the frame that shows pictures, in its middle, in whole even pixels. */
export function stageOf(
  { width, height }: { readonly width: number; readonly height: number },
  { stage }: StyleDirection,
): Storyboard['stage'] {
  const x = barBeside(width, stage.width)
  const y = barBeside(height, stage.height)
  return { x, y, width: width - 2 * x, height: height - 2 * y }
}

const barBeside = (length: number, part: number) => 2 * Math.round((length * (1 - part)) / 4)
