import * as z from 'zod/mini'

/** What the embedded Supabase accepts. It is no secret: the row-level security behind it is what protects. */
const EMBEDDED_KEY = 'sb_publishable_embedded'

// zod/mini: this and the other schemas of the first screen are all of zod that it downloads.
const unset = z.pipe(
  z.literal(''),
  z.transform(() => undefined),
)
const envSchema = z.object({
  VITE_SUPABASE_URL: z.optional(z.union([unset, z.url()])),
  VITE_SUPABASE_PUBLISHABLE_KEY: z.optional(z.union([unset, z.string()])),
})

/**
 * Which Supabase this build talks to.
 * Without `VITE_SUPABASE_URL` it is the embedded one, on the origin that serves the page.
 * @throws Error naming the variable when only one of the two is set or the URL is not one.
 */
function readEnv(): { supabaseUrl: string; supabaseKey: string; embedded: boolean } {
  const parsed = envSchema.safeParse(import.meta.env)
  if (!parsed.success) throw new Error(`The environment is not usable: ${z.prettifyError(parsed.error)}`)
  const { VITE_SUPABASE_URL: url, VITE_SUPABASE_PUBLISHABLE_KEY: key } = parsed.data
  if (url === undefined) return { supabaseUrl: location.origin, supabaseKey: EMBEDDED_KEY, embedded: true }
  if (key === undefined) throw new Error('VITE_SUPABASE_URL is set but VITE_SUPABASE_PUBLISHABLE_KEY is not.')
  return { supabaseUrl: url, supabaseKey: key, embedded: false }
}

export const env = readEnv()
