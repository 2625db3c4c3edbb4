import { z } from 'zod'

/** What two people can work on at once: a field of the project, or a photo with its caption and place. */
export const targetSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('field'),
    field: z.enum(['title', 'description', 'style', 'durationSeconds', 'aspectRatio', 'music']),
  }),
  z.object({ kind: z.literal('photo'), id: z.uuid() }),
])
export type Target = z.output<typeof targetSchema>

/** One string per target: what maps are keyed by. */
export const targetKey = (target: Target): string =>
  target.kind === 'field' ? `field:${target.field}` : `photo:${target.id}`

/** The target of a key made by `targetKey`; null for any other text. */
export function targetOfKey(key: string): Target | null {
  const [kind, rest] = key.split(':')
  const parsed = targetSchema.safeParse(kind === 'field' ? { kind, field: rest } : { kind, id: rest })
  return parsed.data ?? null
}
