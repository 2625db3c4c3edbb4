import { z } from 'zod'
import { musicSchema, sameMusic } from './music'
import {
  aspectRatioSchema,
  DESCRIPTION_MAX,
  durationSecondsSchema,
  styleSchema,
  TITLE_MAX,
  type Project,
  type ProjectWishes,
} from './project'

/** Some of what a person decides about a project: only what was touched. */
export type SomeWishes = Partial<ProjectWishes>
export type WishField = keyof ProjectWishes

export const WISH_FIELDS = [
  'title',
  'description',
  'style',
  'durationSeconds',
  'aspectRatio',
  'music',
] as const satisfies readonly WishField[]

/** Some wishes that were kept on the device and come back. */
export const someWishesSchema = z.object({
  title: z.string().min(1).max(TITLE_MAX).exactOptional(),
  description: z.string().max(DESCRIPTION_MAX).exactOptional(),
  style: styleSchema.exactOptional(),
  durationSeconds: durationSecondsSchema.exactOptional(),
  aspectRatio: aspectRatioSchema.exactOptional(),
  music: musicSchema.exactOptional(),
})

/** The fields that some wishes name, in the order of the form. */
export const fieldsOf = (wishes: SomeWishes): WishField[] =>
  WISH_FIELDS.filter((field) => wishes[field] !== undefined)

/** Of some wishes, those of the given fields. */
export const pickWishes = (wishes: SomeWishes, fields: readonly WishField[]): SomeWishes =>
  Object.assign({}, ...fields.map((field) => ({ [field]: wishes[field] })))

/** The fields in which some wishes ask for something else than the project has. */
export const differingFields = (wishes: SomeWishes, project: Pick<Project, WishField>): WishField[] =>
  fieldsOf(wishes).filter((field) => !sameWish(wishes, project, field))

/** Do two ask for the same in a field? */
export const sameWish = (a: SomeWishes, b: SomeWishes, field: WishField): boolean =>
  field === 'music' ? sameMusic(a.music, b.music) : a[field] === b[field]
