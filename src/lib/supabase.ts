import { createClient } from '@supabase/supabase-js'
import type { Database } from './database.gen'
import { env } from './env'
import { sessionStore } from './sessionStore'

/** The session's entry in localStorage. The same name it would choose itself. */
export const SESSION_STORAGE_KEY = `sb-${new URL(env.supabaseUrl).hostname.split('.')[0]}-auth-token`

/** The one client of the page. Only src/data calls it. */
export const supabase = createClient<Database>(env.supabaseUrl, env.supabaseKey, {
  auth: { storageKey: SESSION_STORAGE_KEY, storage: sessionStore },
})
