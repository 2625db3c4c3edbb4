import { memo } from 'react'
import { formatClock } from '@/lib/format'

/** Steps between the figures of the ruler, in seconds. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600]
/** So many figures fit beside each other at zoom 1. */
const FIGURES = 9

/** Moments of the film over its strip. For the eye and the pointer: the playhead says the same to everybody else. */
export const TimelineRuler = memo(function TimelineRuler({
  seconds,
  zoom,
}: {
  seconds: number
  zoom: number
}) {
  const step = STEPS.find((one) => seconds / one <= FIGURES * Math.max(1, zoom)) ?? 600
  const marks = Array.from({ length: Math.ceil(seconds / step) }, (_, index) => index * step)
  return (
    <div aria-hidden data-ruler className="absolute inset-x-0 top-0 h-7 cursor-ew-resize overflow-hidden">
      {marks.map((at) => (
        <span
          key={at}
          style={{ left: `${(at / seconds) * 100}%` }}
          className="absolute inset-y-0 border-l border-line-strong/50 pt-1 pl-1 text-2xs leading-none text-muted tabular-nums"
        >
          {formatClock(at)}
        </span>
      ))}
    </div>
  )
})
