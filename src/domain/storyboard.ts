import { z } from 'zod'
import { boxSchema } from './analysis'
import { beatGridSchema, moodSchema } from './music'
import { styleSchema } from './project'
import { TRANSITION_KINDS } from './transitionKinds'

/**
 * The whole film as data: what the director (story) decides and the engine (render) draws.
 * All times are frames at `fps`; ranges are half-open, `[startFrame, endFrame)`.
 */

const frames = z.int().nonnegative()
const part = z.number().min(0).max(1)

/**
 * The part of a photo that fills its area. `zoom` ≥ 1 multiplies the fit (with `cover`, 1 = the largest part that fills
 * the area without bars); `centerX`, `centerY` in 0..1 of the upright photo. The engine clamps to the photo's edges.
 */
export const framingSchema = z.object({ zoom: z.number().min(1).max(4), centerX: part, centerY: part })
export type Framing = z.output<typeof framingSchema>

/**
 * One photo of a shot. `area` is where it stands, in 0..1 of the stage: all of it, or a side when photos are paired.
 * `fit` `cover` fills the area; `contain` shows the whole photo in front of a blurred, darkened copy of itself; of a
 * `backdrop` there is only that copy: it is the ground of a title card.
 */
export const panelSchema = z.object({
  photoId: z.uuid(),
  area: boxSchema,
  fit: z.enum(['cover', 'contain', 'backdrop']),
  from: framingSchema,
  to: framingSchema,
})
export type Panel = z.output<typeof panelSchema>

/** How a shot comes in over the one before it, in the first `frames` of its time. `direction` is where things move to. */
export const transitionSchema = z.object({
  kind: z.enum(TRANSITION_KINDS),
  direction: z.enum(['left', 'right', 'up', 'down']),
  frames,
})
export type Transition = z.output<typeof transitionSchema>

/** Why the director did something; the editor shows it as a sentence with these values. */
export const reasonSchema = z.object({
  code: z.string().regex(/^[a-z_]{3,40}$/),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Reason = z.output<typeof reasonSchema>

/**
 * One to three photos on screen together. Shots overlap by the next one's `transition.frames`.
 * The framings move until `motionEndFrame` (as a rule `endFrame`) and then rest.
 */
export const shotSchema = z.object({
  panels: z.array(panelSchema).min(1).max(3),
  startFrame: frames,
  endFrame: z.int().positive(),
  motionEndFrame: z.int().positive(),
  transition: transitionSchema,
  reasons: z.array(reasonSchema),
})
export type Shot = z.output<typeof shotSchema>

/** Is a shot a title card? Its one photo is its ground, and the photo that the card belongs to. */
export const isCardShot = ({ panels }: Pick<Shot, 'panels'>): boolean => panels[0]?.fit === 'backdrop'

/**
 * Text over the picture, drawn once and blended. It fades in and out over `fadeFrames`.
 * `photoId` names the photo that a caption belongs to: without the photo it is not shown.
 * `side` is where a caption or a chapter's card stands, so that no face is written on; at the bottom where it is not said.
 */
export const overlaySchema = z.object({
  kind: z.enum(['title', 'chapter', 'caption']),
  photoId: z.uuid().nullable(),
  text: z.string(),
  subtitle: z.string(),
  startFrame: frames,
  endFrame: z.int().positive(),
  fadeFrames: frames,
  side: z.enum(['bottom', 'top']).optional(),
})
export type Overlay = z.output<typeof overlaySchema>

/**
 * How a style's pictures look. Amounts are 0 (nothing) to 1.
 * `curve` maps brightness: rising points of 0..1 from 0 to 1, straight lines between them. `saturation` 1 leaves
 * colour as it is. `shadows` and `lights` are added to the colour of dark and of light parts, as Cb and Cr in −1..1.
 * `jitter` is how far the gate weaves, in parts of the frame's height; `flicker` how much its lamp does.
 */
export const lookSchema = z.object({
  curve: z.array(z.tuple([part, part])).min(2),
  saturation: z.number().min(0).max(2),
  shadows: z.tuple([z.number(), z.number()]),
  lights: z.tuple([z.number(), z.number()]),
  vignette: part,
  grain: part,
  jitter: z.number().min(0).max(0.05),
  flicker: part,
})
export type Look = z.output<typeof lookSchema>

/** How a style writes: names of type designs that the engine's text room knows. */
export const letteringSchema = z.enum(['serif', 'bold', 'cinema', 'typewriter'])
export type Lettering = z.output<typeof letteringSchema>

/** Light that leaks into the picture for a while; `seed` shapes it. */
export const leakSchema = z.object({
  startFrame: frames,
  endFrame: z.int().positive(),
  strength: part,
  seed: z.int().nonnegative(),
})
export type Leak = z.output<typeof leakSchema>

/** What is heard. `swellFrames` are where the music rises: chapters. */
export const soundtrackSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('score'),
    mood: moodSchema,
    seed: z.int().nonnegative(),
    beatGrid: beatGridSchema,
    swellFrames: z.array(frames),
  }),
  z.object({
    kind: z.literal('track'),
    trackId: z.uuid(),
    beatGrid: beatGridSchema.nullable(),
    /** Parts of the track, played after each other: trimmed and looped at bars. Seconds of the track. */
    parts: z
      .array(z.object({ fromSeconds: z.number().nonnegative(), toSeconds: z.number().positive() }))
      .min(1),
    swellFrames: z.array(frames),
  }),
])
export type Soundtrack = z.output<typeof soundtrackSchema>

/** A part of the story; the first begins at 0. */
export const chapterSchema = z.object({ title: z.string(), subtitle: z.string(), startFrame: frames })
export type Chapter = z.output<typeof chapterSchema>

/**
 * `stage` is the part of the frame that shows pictures, in whole even pixels; the rest is bars, black.
 * `fadeInFrames` and `fadeOutFrames` bring the whole picture from and to black.
 * `leftOut` are photos that are not shown, and why.
 */
export const storyboardSchema = z.object({
  style: styleSchema,
  width: z.int().positive(),
  height: z.int().positive(),
  fps: z.int().positive(),
  frameCount: z.int().positive(),
  stage: z.object({ x: frames, y: frames, width: z.int().positive(), height: z.int().positive() }),
  look: lookSchema,
  lettering: letteringSchema,
  /** Of the film's words, BCP 47: Chinese characters are drawn as its readers write them. */
  language: z.string().exactOptional(),
  fadeInFrames: frames,
  fadeOutFrames: frames,
  shots: z.array(shotSchema).min(1),
  overlays: z.array(overlaySchema),
  leaks: z.array(leakSchema),
  chapters: z.array(chapterSchema),
  soundtrack: soundtrackSchema,
  leftOut: z.array(z.object({ photoId: z.uuid(), reason: reasonSchema })),
})
export type Storyboard = z.output<typeof storyboardSchema>

/** A panel that has the stage to itself. */
export const WHOLE_STAGE: Panel['area'] = { x: 0, y: 0, width: 1, height: 1 }

/** The look that leaves pictures as they are. */
export const PLAIN_LOOK: Look = {
  curve: [
    [0, 0],
    [1, 1],
  ],
  saturation: 1,
  shadows: [0, 0],
  lights: [0, 0],
  vignette: 0,
  grain: 0,
  jitter: 0,
  flicker: 0,
}
