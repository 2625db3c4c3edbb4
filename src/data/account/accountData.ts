import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import { answer, parseRow } from '../request'

/** A file in storage, whatever refers to it. */
const storedFileSchema = z.object({
  bucket: z.enum(['media', 'videos']),
  path: z.string().min(1),
  bytes: z.int().nonnegative(),
})
export type StoredFile = z.output<typeof storedFileSchema>
const filesSchema = z.array(storedFileSchema)

/** What the database holds of a person. Only what names the files is looked at; the rest is handed on as it is. */
const accountDataSchema = z.looseObject({
  exported_at: z.iso.datetime({ offset: true }),
  user: z.looseObject({ id: z.uuid(), avatar_path: z.string().nullable() }),
  projects: z.array(z.looseObject({ id: z.uuid(), title: z.string() })),
  media_items: z.array(
    z.looseObject({
      storage_path: z.string(),
      thumbnail_path: z.string().nullable(),
      original_filename: z.string(),
      taken_at: z.string().nullable(),
      created_at: z.string(),
    }),
  ),
  audio_tracks: z.array(
    z.looseObject({ storage_path: z.string(), original_filename: z.string(), created_at: z.string() }),
  ),
  videos: z.array(
    z.looseObject({
      project_id: z.uuid(),
      storage_path: z.string().nullable(),
      thumbnail_path: z.string().nullable(),
      mime_type: z.string().nullable(),
      created_at: z.string(),
    }),
  ),
  files: filesSchema,
})
export type AccountData = z.output<typeof accountDataSchema>

/** Everything the database holds of the caller, and the list of their files. */
export async function getAccountData(signal: AbortSignal): Promise<AccountData> {
  const request = supabase.rpc('export_my_account').abortSignal(signal)
  return parseRow('read your account', accountDataSchema, await answer('read your account', request, signal))
}

/** All files of the caller in storage. @throws DataError `account_gone` when there is no such account any more */
export async function listFiles(signal: AbortSignal): Promise<StoredFile[]> {
  const request = supabase.rpc('my_files').abortSignal(signal)
  return parseRow('list your files', filesSchema, await answer('list your files', request, signal))
}
