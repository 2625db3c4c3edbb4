import { PixelMemory } from './PixelMemory'
import { allocateFrame, allocatePlanes, type Plane, type Planes } from './planes'
import { instantiateCompositor, type CompositorExports } from './wasm'

/** Where the whole photo lies on the frame, in frame pixels; it may reach beyond the frame. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Text or a shape with its own opacity, ready to be blended: `x`, `y`, width and height are even. */
export interface OverlayPicture {
  readonly x: number
  readonly y: number
  readonly picture: Planes
  readonly opacity: Planes
}

/** Opacity and fades count in 1/256: 256 is all. */
export const OPAQUE = 256

/**
 * Draws frames from pictures, in 8-bit Y'CbCr 4:2:0, BT.709 limited range. The same input gives the same bits in Node
 * and in every browser: golden tests, resumed films and the preview rest on that.
 */
export class Compositor {
  readonly memory: PixelMemory
  /** The pixel functions themselves, for what is done to a photo once: `photoWork.ts`, `blurredFill.ts`. */
  readonly wasm: CompositorExports

  private constructor(wasm: CompositorExports) {
    this.wasm = wasm
    this.memory = new PixelMemory(wasm.memory, wasm.heapStart())
  }

  /** @param bytes `compositor.wasm`, fetched in the browser or read from disk in Node. */
  static async create(bytes: BufferSource): Promise<Compositor> {
    return new Compositor(await instantiateCompositor(bytes))
  }

  /** @throws RangeError for odd sides */
  createFrame(width: number, height: number): Planes {
    return allocateFrame(this.memory, width, height)
  }

  free(planes: Planes): void {
    this.memory.free(planes.block)
  }

  /**
   * Draws a picture on a frame, bilinear with 1/256 pixel precision, blended with `alpha` 0..256. Edges of the picture
   * and of `clip` that fall inside the frame are smooth, so that they can move by parts of a pixel.
   */
  draw(target: Planes, picture: Planes, at: Rectangle, alpha: number, clip: Rectangle = at): void {
    const left = Math.max(0, at.x, clip.x)
    const top = Math.max(0, at.y, clip.y)
    const right = Math.min(target.width, at.x + at.width, clip.x + clip.width)
    const bottom = Math.min(target.height, at.y + at.height, clip.y + clip.height)
    if (!(right > left && bottom > top)) return
    const stepX = picture.width / at.width
    const stepY = picture.height / at.height
    const originX = -at.x * stepX
    const originY = -at.y * stepY
    // prettier-ignore
    const plane = (to: Plane, from: Plane, part: number, originOfX: number) =>
      this.wasm.resample(
        from.offset, from.stride, from.width, from.height, originOfX, stepX, originY * part, stepY,
        to.offset, to.stride, left * part, top * part, right * part, bottom * part, alpha,
      )
    plane(target.y, picture.y, 1, originX)
    // Video keeps chroma at the left of its two pixels, photos in their middle.
    const chromaX = (originX - stepX / 2) / 2
    plane(target.u, picture.u, 0.5, chromaX)
    plane(target.v, picture.v, 0.5, chromaX)
  }

  /** Blends a whole frame over another of the same size. */
  dissolve(target: Planes, source: Planes, alpha: number): void {
    this.wasm.dissolve(target.block.offset, source.block.offset, target.block.bytes, alpha)
  }

  /** Brings a frame towards black: 256 leaves it as it is, 0 makes it black. */
  fadeToBlack(frame: Planes, amount: number): void {
    this.fade(frame, amount, amount)
  }

  /**
   * Converts a canvas picture for `overlay`.
   * @param pixels RGBA as `getImageData` gives it
   * @throws RangeError unless place and size are even
   */
  createOverlay(
    pixels: Uint8ClampedArray,
    width: number,
    height: number,
    x: number,
    y: number,
  ): OverlayPicture {
    if (width % 2 || height % 2 || x % 2 || y % 2 || x < 0 || y < 0)
      throw new RangeError('an overlay at odd pixels')
    if (pixels.length !== width * height * 4) throw new RangeError('an overlay of another size')
    const picture = allocatePlanes(this.memory, width, height)
    const opacity = allocatePlanes(this.memory, width, height)
    this.memory.view(picture.block).fill(0)
    this.memory.view(opacity.block).fill(0)
    const staging = this.memory.allocate(pixels.length)
    this.memory.view(staging).set(pixels)
    // prettier-ignore
    this.wasm.overlayFromRgba(
      staging.offset, width, height, picture.y.offset, opacity.y.offset, picture.y.stride,
      picture.u.offset, picture.v.offset, opacity.u.offset, picture.u.stride,
    )
    this.memory.free(staging)
    return { x, y, picture, opacity }
  }

  freeOverlay(overlay: OverlayPicture): void {
    this.free(overlay.picture)
    this.free(overlay.opacity)
  }

  /**
   * Lays text over a frame; `amount` 0..256 scales its opacity.
   * @throws RangeError when it reaches beyond the frame
   */
  overlay(frame: Planes, { x, y, picture, opacity }: OverlayPicture, amount: number): void {
    const { width, height } = picture
    if (x + width > frame.width || y + height > frame.height)
      throw new RangeError('an overlay beyond the frame')
    if (amount <= 0) return
    // prettier-ignore
    const lay = (to: Plane, from: Plane, by: Plane, part: number) =>
      this.wasm.overlay(
        to.offset + y * part * to.stride + x * part, to.stride, from.offset, by.offset, from.stride,
        width * part, height * part, amount,
      )
    lay(frame.y, picture.y, opacity.y, 1)
    lay(frame.u, picture.u, opacity.u, 0.5)
    lay(frame.v, picture.v, opacity.u, 0.5)
  }

  /** Brings light towards black and colour towards grey, each by its own amount of 256. */
  fade({ y, u, v }: Planes, luma: number, chroma: number): void {
    this.wasm.fade(y.offset, y.stride * y.height, 16, luma)
    this.wasm.fade(u.offset, u.stride * u.height, 128, chroma)
    this.wasm.fade(v.offset, v.stride * v.height, 128, chroma)
  }
}
