import type { Compositor, Rectangle } from './Compositor'
import type { Plane, Planes } from './planes'

/**
 * A part of a frame, to be drawn on as if it were all: the stage between bars, one side of a pair. It shares the frame's
 * block: whole-block work (`copy`, `dissolve`, `fade`) reaches the frame, not the part.
 * @throws RangeError unless it is at even pixels and inside the frame
 */
export function regionOf(frame: Planes, { x, y, width, height }: Rectangle): Planes {
  if ([x, y, width, height].some((value) => !Number.isInteger(value) || value % 2 || value < 0))
    throw new RangeError('a region at odd pixels')
  if (width < 2 || height < 2 || x + width > frame.width || y + height > frame.height)
    throw new RangeError('a region beyond the frame')
  const part = (plane: Plane, share: number): Plane => ({
    offset: plane.offset + y * share * plane.stride + x * share,
    stride: plane.stride,
    width: width * share,
    height: height * share,
  })
  return {
    block: frame.block,
    width,
    height,
    y: part(frame.y, 1),
    u: part(frame.u, 0.5),
    v: part(frame.v, 0.5),
  }
}

/** Makes a region black. */
export function clear({ memory }: Compositor, region: Planes): void {
  for (const [plane, black] of [
    [region.y, 16],
    [region.u, 128],
    [region.v, 128],
  ] as const) {
    const rows = memory.range(plane.offset, (plane.height - 1) * plane.stride + plane.width)
    if (plane.width === plane.stride) rows.fill(black)
    else for (let at = 0; at < rows.length; at += plane.stride) rows.fill(black, at, at + plane.width)
  }
}

/** Copies a frame to a region of its size. */
export function paste({ memory }: Compositor, region: Planes, frame: Planes): void {
  if (region.width !== frame.width || region.height !== frame.height) throw new RangeError('another size')
  for (const key of ['y', 'u', 'v'] as const) {
    const [to, from] = [region[key], frame[key]]
    const rows = memory.range(from.offset, (from.height - 1) * from.stride + from.width)
    const target = memory.range(to.offset, (to.height - 1) * to.stride + to.width)
    if (to.stride === from.stride && to.width === to.stride) {
      target.set(rows)
      continue
    }
    for (let row = 0; row < to.height; row++) {
      const start = row * from.stride
      target.set(rows.subarray(start, start + from.width), row * to.stride)
    }
  }
}
