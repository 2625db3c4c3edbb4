import { createClient } from '@supabase/supabase-js'
import { readFile } from 'node:fs/promises'
import WebSocket from 'ws'
import type { Database } from '@/lib/database.gen'

/** The captions of the photos of a project made here, in their order. */
export const PHOTOS = ['Arrival', 'Beach', 'Castle', 'Dinner', 'Evening']

type Account = { email: string; password: string }
export type Api = Awaited<ReturnType<typeof apiOf>>

/** The same person over the API, to set the stage and to look at what is really in the database. */
export async function apiOf(baseURL: string, { email, password }: Account) {
  const client = createClient<Database>(baseURL, 'sb_publishable_embedded', {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: WebSocket as never },
  })
  const { data, error } = await client.auth.signInWithPassword({ email, password })
  if (error) throw error
  return { client, userId: data.user.id }
}

export function must<T>({ data, error }: { data: T; error: unknown }): NonNullable<T> {
  if (error || data === null || data === undefined) throw new Error(`Refused: ${JSON.stringify(error)}`)
  return data
}

/** A project of the person's with a photo for each of the captions. @returns its id */
export async function makeProject({ client }: Api, title: string, files: readonly string[]): Promise<string> {
  const { id } = must(await client.from('video_projects').insert({ title }).select('id').single())
  for (const [index, caption] of PHOTOS.entries()) {
    const bytes = await readFile(files[index] ?? '')
    const mime = 'image/jpeg'
    const path = must(await client.rpc('reserve_upload', { bucket: 'media', bytes: bytes.length, mime }))
    must(await client.storage.from('media').upload(path, new Blob([bytes], { type: mime })))
    const hash = (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '').slice(0, 64)
    const media = {
      storage_path: path,
      original_filename: `${caption}.jpg`,
      mime_type: mime,
      width: 1600,
      height: 1067,
      content_hash: hash,
    }
    const item = must(await client.from('media_items').insert(media).select('id').single())
    must(
      await client
        .from('photos')
        .insert({ project_id: id, media_item_id: item.id, position: `a${index}`, caption })
        .select(),
    )
  }
  return id
}
