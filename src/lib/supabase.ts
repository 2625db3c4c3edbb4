import { createClient } from '@supabase/supabase-js'
import type { Database } from './database.gen'
import { env } from './env'
import { SESSION_STORAGE_KEY, sessionStore } from './sessionStore'

/** The one client of the page. Only src/data calls it. */
export const supabase = createClient<Database>(env.supabaseUrl, env.supabaseKey, {
  auth: { storageKey: SESSION_STORAGE_KEY, storage: sessionStore },
})
