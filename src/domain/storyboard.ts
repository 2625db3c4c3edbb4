import { z } from 'zod'
import { styleSchema } from './project'

/**
 * The whole film as data: what the director (story) decides and the engine (render) draws.
 * All times are frames at `fps`; ranges are half-open, `[startFrame, endFrame)`.
 */

/**
 * The part of a photo that fills the picture. `zoom` ≥ 1 multiplies the cover fit (1 = the largest part that fills
 * the frame without bars); `centerX`, `centerY` in 0..1 of the upright photo. The engine clamps to the photo's edges.
 */
export const framingSchema = z.object({
  zoom: z.number().min(1).max(4),
  centerX: z.number().min(0).max(1),
  centerY: z.number().min(0).max(1),
})
export type Framing = z.output<typeof framingSchema>

/**
 * One photo on screen. Shots overlap by the next one's `transitionFrames`: it dissolves in over the shot before it.
 * The framing moves until `motionEndFrame` (as a rule `endFrame`) and then rests.
 * `fit` `cover` fills the frame; `contain` shows the whole photo in front of a blurred, darkened copy of itself.
 */
export const shotSchema = z.object({
  photoId: z.uuid(),
  startFrame: z.int().nonnegative(),
  endFrame: z.int().positive(),
  motionEndFrame: z.int().positive(),
  transitionFrames: z.int().nonnegative(),
  fit: z.enum(['cover', 'contain']),
  from: framingSchema,
  to: framingSchema,
})
export type Shot = z.output<typeof shotSchema>

/**
 * Text over the picture, drawn once and blended. It fades in and out over `fadeFrames`.
 * `photoId` names the photo that a caption belongs to: without the photo it is not shown.
 */
export const overlaySchema = z.object({
  kind: z.enum(['title', 'caption']),
  photoId: z.uuid().nullable(),
  text: z.string(),
  subtitle: z.string(),
  startFrame: z.int().nonnegative(),
  endFrame: z.int().positive(),
  fadeFrames: z.int().nonnegative(),
})
export type Overlay = z.output<typeof overlaySchema>

/** `fadeInFrames` and `fadeOutFrames` bring the whole picture from and to black. */
export const storyboardSchema = z.object({
  style: styleSchema,
  width: z.int().positive(),
  height: z.int().positive(),
  fps: z.int().positive(),
  frameCount: z.int().positive(),
  fadeInFrames: z.int().nonnegative(),
  fadeOutFrames: z.int().nonnegative(),
  shots: z.array(shotSchema).min(1),
  overlays: z.array(overlaySchema),
})
export type Storyboard = z.output<typeof storyboardSchema>
