import { z } from 'zod'
import { withLocalDatabase } from './localDatabase'

const peekSchema = z.object({
  savedAt: z.string(),
  draft: z.object({ title: z.string(), photos: z.array(z.object({ id: z.string() })) }),
})

export type DraftPeek = { title: string; photoCount: number; cover: Blob | null; savedAt: string }

/**
 * What the dashboard shows of the draft on this device, without opening it: nothing is repaired, moved or locked.
 * Null when there is none worth continuing, or when it cannot be read; the draft's own page says what is wrong.
 */
export async function peekDraft(userId: string): Promise<DraftPeek | null> {
  const peek = await withLocalDatabase(async (database) => {
    const { data } = peekSchema.safeParse(await database.get('drafts', userId))
    if (!data) return null
    const [first] = data.draft.photos
    const file: unknown = first && (await database.get('draftFiles', [userId, first.id]))
    const { thumbnail } = Object(file) as { thumbnail?: unknown }
    return { data, cover: thumbnail instanceof Blob ? thumbnail : null }
  }).catch(() => null)
  if (!peek) return null
  const { title, photos } = peek.data.draft
  if (title.trim() === '' && photos.length === 0) return null
  return { title: title.trim(), photoCount: photos.length, cover: peek.cover, savedAt: peek.data.savedAt }
}
