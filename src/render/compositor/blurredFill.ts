import { OPAQUE, type Compositor, type Rectangle } from './Compositor'
import { scaleDown } from './photoWork'
import { allocatePlanes, type Plane, type Planes } from './planes'

/** Of 256: dark enough for the photo to stand out, colourful enough to belong to it. */
const BRIGHTNESS = 176
const COLOUR = 236
/** Of the width, three times over. */
const BLUR_RADIUS = 0.045

/**
 * What stands behind a photo that does not fill the frame: the photo itself, filling it, blurred and a little darker.
 * @returns a frame; it does not move, so it is made once per shot
 */
export function blurredFill(compositor: Compositor, picture: Planes, width: number, height: number): Planes {
  const frame = compositor.createFrame(width, height)
  const small = allocatePlanes(compositor.memory, evenEighth(width), evenEighth(height))
  const spare = allocatePlanes(compositor.memory, small.width, small.height)
  // The photo is first made no larger than the small fill, so that the blur sees all of it and not every eighth pixel.
  const scale = Math.max(small.width / picture.width, small.height / picture.height)
  const shrunk =
    scale < 1
      ? scaleDown(compositor, picture, scaled(picture.width, scale), scaled(picture.height, scale))
      : picture
  compositor.draw(small, shrunk, coverRectangle(picture, small), OPAQUE)
  if (shrunk !== picture) compositor.free(shrunk)
  for (const key of ['y', 'u', 'v'] as const) blur(compositor, small[key], spare[key])
  compositor.fade(small, BRIGHTNESS, COLOUR)
  compositor.draw(frame, small, { x: 0, y: 0, width, height }, OPAQUE)
  compositor.free(small)
  compositor.free(spare)
  return frame
}

const evenEighth = (size: number) => Math.max(2, 2 * Math.round(size / 16))
const scaled = (size: number, scale: number) => Math.max(1, Math.round(size * scale))

function coverRectangle(picture: Planes, frame: Planes): Rectangle {
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height)
  const width = picture.width * scale
  const height = picture.height * scale
  return { x: (frame.width - width) / 2, y: (frame.height - height) / 2, width, height }
}

/** Three box blurs are as good as a Gaussian one. */
function blur({ wasm }: Compositor, plane: Plane, spare: Plane): void {
  const radius = Math.max(1, Math.round(plane.width * BLUR_RADIUS))
  for (let pass = 0; pass < 3; pass++) {
    wasm.boxBlur(plane.offset, spare.offset, plane.height, plane.width, plane.stride, 1, radius)
    wasm.boxBlur(spare.offset, plane.offset, plane.width, plane.height, 1, plane.stride, radius)
  }
}
