import type { Box } from '@/domain/analysis'

/** What the film shows of a photo: all but the end's frame is darkened; the beginning's is a thin line. */
export function FramesShown({ start, end }: { start: Box; end: Box }) {
  const hole = `M0 0H1V1H0ZM${end.x} ${end.y}V${end.y + end.height}H${end.x + end.width}V${end.y}Z`
  const line = { fill: 'none', vectorEffect: 'non-scaling-stroke' } as const
  return (
    <svg
      aria-hidden
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full"
    >
      <path d={hole} fill="black" fillOpacity={0.45} />
      <rect {...start} {...line} stroke="white" strokeOpacity={0.9} strokeWidth={1} strokeDasharray="4 4" />
      <rect {...end} {...line} stroke="white" strokeWidth={2} />
    </svg>
  )
}
