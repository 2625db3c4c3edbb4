import { z } from 'zod'
import { draftSchema, emptyDraft } from '@/domain/draft'
import { DraftError } from './errors'

/** A photo that was being read when the draft was saved: known by name only, its bytes are not on this device. */
export const incomingPhotoSchema = z.object({ id: z.uuid(), filename: z.string(), bytes: z.number() })
export type IncomingPhoto = z.output<typeof incomingPhotoSchema>

/**
 * Raise it when what is stored changes its meaning, and say in `MIGRATIONS` how the older one becomes the newer.
 *
 * 1 (without a number): text and photos, from before there were shapes, resolutions and places to choose.
 * 2: all wishes, and the names of photos that were being read.
 * 3: music, format and frame rate, what was seen in each photo and whether it is shown, whose the order is.
 */
export const STORED_DRAFT_VERSION = 3

const storedDraftSchema = z.object({
  version: z.literal(STORED_DRAFT_VERSION),
  draft: draftSchema,
  incoming: z.array(incomingPhotoSchema),
  savedAt: z.iso.datetime(),
})
export type StoredDraft = z.output<typeof storedDraftSchema>

type Migration = (record: Record<string, unknown>) => Record<string, unknown>
/** By the version that they start from. */
const MIGRATIONS: Record<number, Migration> = {
  1: ({ draft, ...record }) => {
    const { aspectRatio, resolution, keepLocation } = emptyDraft()
    return { incoming: [], ...record, draft: { aspectRatio, resolution, keepLocation, ...Object(draft) } }
  },
  // The order that is there may be a person's own: it is kept.
  2: ({ draft, ...record }) => {
    const { music, track, format, fps } = emptyDraft()
    const { photos, ...wishes } = Object(draft) as Record<string, unknown>
    const looked = Array.isArray(photos)
      ? photos.map((photo: unknown) => ({ choice: 'auto', analysis: null, ...Object(photo) }))
      : photos
    return { ...record, draft: { music, track, format, fps, order: 'hand', ...wishes, photos: looked } }
  },
}

const versionSchema = z.object({ version: z.int().positive().default(1) })

/**
 * What was stored, brought to the present version; null when it is not a draft at all.
 * @throws DraftError `newer_version` when a newer build wrote it: then it is neither read nor to be overwritten
 */
export function readStoredDraft(record: unknown): StoredDraft | null {
  const version = versionSchema.safeParse(record).data?.version
  if (version === undefined) return null
  if (version > STORED_DRAFT_VERSION) throw new DraftError('newer_version', 'A newer build wrote this draft')
  let migrated = { ...Object(record) } as Record<string, unknown>
  for (let from = version; from < STORED_DRAFT_VERSION; from++) {
    migrated = { ...MIGRATIONS[from]?.(migrated), version: from + 1 }
  }
  return storedDraftSchema.safeParse(migrated).data ?? null
}
