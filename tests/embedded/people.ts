import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { WebSocket } from 'ws'
import type { Database } from '@/lib/database.gen'
import type { StartedServer } from '../../supabase/embedded/node/startServer'

export type Client = SupabaseClient<Database>

export interface Person {
  client: Client
  id: string
  email: string
}

export const PASSWORD = 'correct horse battery'
let count = 0

/** supabase-js as the page uses it, for somebody who is not signed in. */
export function visitor({ url, publishableKey }: Pick<StartedServer, 'url' | 'publishableKey'>): Client {
  return createClient<Database>(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    // Node 20 has no WebSocket of its own.
    realtime: { transport: WebSocket as never },
  })
}

export async function signUp(
  server: Pick<StartedServer, 'url' | 'publishableKey'>,
  name: string,
): Promise<Person> {
  const client = visitor(server)
  const email = `${name.toLowerCase()}-${++count}-${Date.now()}@example.test`
  const { data, error } = await client.auth.signUp({
    email,
    password: PASSWORD,
    options: { data: { display_name: name } },
  })
  if (error || !data.user) throw error ?? new Error('no user')
  return { client, id: data.user.id, email }
}

/** The data of an answer that has to be a success. */
export function must<T>({ data, error }: { data: T; error: unknown }): NonNullable<T> {
  if (error) throw new Error(`Refused: ${JSON.stringify(error)}`)
  if (data === null || data === undefined) throw new Error('No data')
  return data
}

export async function createProject({ client }: Person, title: string): Promise<string> {
  const id = crypto.randomUUID()
  const { error } = await client.from('video_projects').insert({ id, title })
  if (error) throw error
  return id
}

/** A reserved path in `media` for a JPEG of so many bytes. */
export async function reserve({ client }: Person, bytes: number): Promise<string> {
  return must(await client.rpc('reserve_upload', { bucket: 'media', bytes, mime: 'image/jpeg' }))
}

/** Bytes that differ everywhere. */
export function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255)
}

export function jpeg(length: number): Blob {
  return new Blob([bytesOf(length)], { type: 'image/jpeg' })
}

/** Reserves and uploads; answers the path. */
export async function storePhoto(person: Person, length = 2000): Promise<string> {
  const path = await reserve(person, length)
  must(await person.client.storage.from('media').upload(path, jpeg(length)))
  return path
}

/** An uploaded photo in the library; answers the media item's id. */
export async function addToLibrary(person: Person): Promise<string> {
  const id = crypto.randomUUID()
  const hash = (crypto.randomUUID() + crypto.randomUUID()).replaceAll('-', '').slice(0, 64)
  const { error } = await person.client.from('media_items').insert({
    id,
    storage_path: await storePhoto(person),
    original_filename: 'IMG_0001.jpg',
    mime_type: 'image/jpeg',
    width: 4000,
    height: 3000,
    content_hash: hash,
  })
  if (error) throw error
  return id
}

/** Resolves when the condition holds; fails after `ms`. */
export async function until(condition: () => boolean, what: string, ms = 5000): Promise<void> {
  const deadline = Date.now() + ms
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited ${ms} ms for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
