import { createClient } from '@supabase/supabase-js'
import { WebSocket } from 'ws'
import { createEmbedded } from '../../../supabase/embedded/core/embedded'
import { createKeys } from '../../../supabase/embedded/core/keys'
import { MemoryObjects } from '../../../supabase/embedded/core/storage/memoryObjects'
import { readMigrations, snapshotDirectory } from '../../../supabase/embedded/node/projectMigrations'
import { snapshotOf } from '../../../supabase/embedded/node/snapshot'
import type { Database } from '@/lib/database.gen'

const URL_OF_NOBODY = 'http://embedded.test'

/** An embedded Supabase without a server around it: requests begin in the order, and at the moment, that a test wants. */
export async function openInProcess() {
  const [keys, objects, migrations] = [createKeys(), new MemoryObjects(), await readMigrations()]
  const { dump } = await snapshotOf(migrations, snapshotDirectory)
  const embedded = await createEmbedded({ keys, objects, migrations, snapshot: dump })
  /** Somebody who has just signed up, with a way to ask for anything in their name. */
  const signUp = async (name: string) => {
    const client = createClient<Database>(URL_OF_NOBODY, keys.publishable, {
      auth: { persistSession: false, autoRefreshToken: false },
      realtime: { transport: WebSocket as never },
      global: { fetch: (input, init) => embedded.fetch(new Request(input, init)) },
    })
    const email = `${name.toLowerCase()}@example.test`
    const { data, error } = await client.auth.signUp({ email, password: 'correct horse battery' })
    if (error || !data.session) throw error ?? new Error('no session')
    return { client, id: data.session.user.id, email, token: data.session.access_token }
  }
  const ask = (token: string, method: string, path: string, init: RequestInit = {}) =>
    embedded.fetch(
      new Request(URL_OF_NOBODY + path, {
        ...init,
        method,
        headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${token}` },
      }),
    )
  return { embedded, objects, keys, signUp, ask }
}

export type InProcess = Awaited<ReturnType<typeof openInProcess>>
