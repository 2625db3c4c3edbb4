import type { Block, PixelMemory } from './PixelMemory'

/** One 8-bit plane in the compositor's memory; `stride` is the distance of its rows in bytes. */
export interface Plane {
  readonly offset: number
  readonly stride: number
  readonly width: number
  readonly height: number
}

/** Y, U and V in one block. For pictures and frames U and V have half the size, rounded up. */
export interface Planes {
  readonly block: Block
  readonly width: number
  readonly height: number
  readonly y: Plane
  readonly u: Plane
  readonly v: Plane
}

/** The wasm code reads and writes no wider or higher plane. */
export const MAX_SIDE = 32_768
export const half = (size: number) => Math.ceil(size / 2)
const align16 = (size: number) => Math.ceil(size / 16) * 16

function checkSide(...sizes: number[]): void {
  for (const size of sizes) {
    if (!Number.isInteger(size) || size < 1 || size > MAX_SIDE)
      throw new RangeError(`a side of ${size} pixels`)
  }
}

/**
 * Makes room for a picture. Each row is followed by at least 16 bytes that vector reads may touch.
 * @param chroma the size of U and V where it is not half: sources with 4:2:2 or 4:4:4 sampling.
 * @throws RangeError for sides outside 1..32768
 */
export function allocatePlanes(
  memory: PixelMemory,
  width: number,
  height: number,
  chroma = { width: half(width), height: half(height) },
): Planes {
  checkSide(width, height, chroma.width, chroma.height)
  return layOut(memory, width, height, chroma, align16(width) + 16, align16(chroma.width) + 16)
}

/**
 * Makes room for a frame of the film: rows of exactly the width where it is a multiple of 16, so that most frames need no
 * layout of their own when they become a `VideoFrame`.
 * @throws RangeError for odd sides: 4:2:0 video has none
 */
export function allocateFrame(memory: PixelMemory, width: number, height: number): Planes {
  checkSide(width, height)
  if (width % 2 || height % 2) throw new RangeError(`a film of ${width}×${height}: sides must be even`)
  const chroma = { width: width / 2, height: height / 2 }
  return layOut(memory, width, height, chroma, align16(width), align16(chroma.width))
}

function layOut(
  memory: PixelMemory,
  width: number,
  height: number,
  chroma: { width: number; height: number },
  stride: number,
  chromaStride: number,
): Planes {
  const lumaBytes = stride * height
  const chromaBytes = chromaStride * chroma.height
  const block = memory.allocate(lumaBytes + 2 * chromaBytes)
  const plane = (offset: number) => ({ offset, stride: chromaStride, ...chroma })
  return {
    block,
    width,
    height,
    y: { offset: block.offset, stride, width, height },
    u: plane(block.offset + lumaBytes),
    v: plane(block.offset + lumaBytes + chromaBytes),
  }
}
