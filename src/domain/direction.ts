import { z } from 'zod'
import { boxSchema } from './analysis'
import { TRANSITION_KINDS } from './transitionKinds'

/**
 * What a person decides about how the film shows a photo; the director does the rest. Each field has its own last writer.
 */

/** A part of the upright photo that the film goes to; of no width and height it is a point. */
export const focusSchema = boxSchema
export type Focus = z.output<typeof focusSchema>

export const isPoint = ({ width, height }: Focus): boolean => width === 0 || height === 0
export const middleOf = ({ x, y, width, height }: Focus) => ({ x: x + width / 2, y: y + height / 2 })

export const HOLD_MIN_SECONDS = 0.5
export const HOLD_MAX_SECONDS = 120
/** Seconds on screen, transitions cut in their middle; in hundredths, as the database keeps them. */
export const holdSecondsSchema = z.number().min(HOLD_MIN_SECONDS).max(HOLD_MAX_SECONDS)
export const roundedHold = (seconds: number): number =>
  Math.round(Math.min(HOLD_MAX_SECONDS, Math.max(HOLD_MIN_SECONDS, seconds)) * 100) / 100

export const entranceSchema = z.enum(TRANSITION_KINDS)
export type Entrance = z.output<typeof entranceSchema>

export const CARD_TEXT_MAX = 120
export const CARD_SUBTITLE_MAX = 200
export const CARD_MIN_SECONDS = 1
export const CARD_MAX_SECONDS = 20
/** Words on a ground of their own, before or after the photo whose they are: where that goes, they go. */
export const titleCardSchema = z.object({
  text: z
    .string()
    .max(CARD_TEXT_MAX)
    .refine((text) => text.trim() !== ''),
  subtitle: z.string().max(CARD_SUBTITLE_MAX),
  seconds: z.number().min(CARD_MIN_SECONDS).max(CARD_MAX_SECONDS),
  side: z.enum(['before', 'after']),
})
export type TitleCard = z.output<typeof titleCardSchema>

/**
 * A card as the database has it. It counts letters and blanks in another way than JavaScript: a card that only one of both
 * takes must not keep a project from being read. One without words is none.
 */
export const storedCardSchema = titleCardSchema
  .extend({ text: z.string(), subtitle: z.string() })
  .nullable()
  .transform((card) => (card?.text.trim() === '' ? null : card))
export const cardSeconds = (seconds: number): number =>
  Math.round(Math.min(CARD_MAX_SECONDS, Math.max(CARD_MIN_SECONDS, seconds)) * 100) / 100

/** Null: it is left to the director. */
export const directionSchema = z.object({
  focus: focusSchema.nullable(),
  holdSeconds: holdSecondsSchema.nullable(),
  entrance: entranceSchema.nullable(),
  card: titleCardSchema.nullable(),
})
export type Direction = z.output<typeof directionSchema>
export type DirectionField = keyof Direction
export const DIRECTION_FIELDS = [
  'focus',
  'holdSeconds',
  'entrance',
  'card',
] as const satisfies readonly DirectionField[]

export const UNDIRECTED: Direction = { focus: null, holdSeconds: null, entrance: null, card: null }
export const isUndirected = (direction: Direction): boolean =>
  DIRECTION_FIELDS.every((field) => direction[field] === null)

/** Some of it: only what was touched. */
export const someDirectionSchema = z.object({
  focus: focusSchema.nullable().exactOptional(),
  holdSeconds: holdSecondsSchema.nullable().exactOptional(),
  entrance: entranceSchema.nullable().exactOptional(),
  card: titleCardSchema.nullable().exactOptional(),
})
export type SomeDirection = z.output<typeof someDirectionSchema>

export const directedFields = (some: SomeDirection): DirectionField[] =>
  DIRECTION_FIELDS.filter((field) => some[field] !== undefined)

/** Of a direction, what `some` touches. */
export const sameFieldsOf = (direction: Direction, some: SomeDirection): SomeDirection =>
  Object.assign({}, ...directedFields(some).map((field) => ({ [field]: direction[field] })))

/** Has a photo, in every field that `some` names, what that says? */
export const standsAs = (direction: Direction, some: SomeDirection): boolean =>
  directedFields(some).every((field) => sameValue(direction[field], some[field]))

/** Plain data of one level, whatever the order of its keys: the database has one of its own. */
function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => right.get(key) === value)
}
