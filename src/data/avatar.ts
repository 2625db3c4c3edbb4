import { profileSchema, type Profile } from '@/domain/profile'
import { supabase } from '@/lib/supabase'
import { removeObjects, reserveUpload } from './media'
import { answer, parseRow } from './request'
import { withRetry } from './retry'
import { uploadObject } from './upload'

/**
 * Stores a picture and makes it the person's face; the file it replaces is removed. See [Note: faces] in the migration. Where
 * it fails on the way, what was stored is left over and cleared away with everything else that nothing refers to.
 */
export async function saveAvatar(
  userId: string,
  picture: Blob,
  before: string | null,
  signal: AbortSignal,
): Promise<Profile> {
  const key = crypto.randomUUID()
  const path = await withRetry(() => reserveUpload('media', picture, key, signal), { signal })
  await uploadObject('media', path, picture, { signal })
  return showFace(userId, path, before)
}

/** Takes the person's face off; its file is removed. */
export const removeAvatar = (userId: string, before: string | null): Promise<Profile> =>
  showFace(userId, null, before)

/** Harmless to repeat. */
async function showFace(userId: string, path: string | null, before: string | null): Promise<Profile> {
  const save = () => {
    const request = supabase.from('users').update({ avatar_path: path }).eq('id', userId).select().single()
    return answer('save your picture', request)
  }
  const profile = parseRow('save your picture', profileSchema, await withRetry(save))
  if (before !== path) await removeObjects('media', [before])
  return profile
}
