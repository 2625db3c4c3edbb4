/** The Edge Function: `npx supabase functions deploy shared-film`. Whoever has a link has no account: see config.toml. */
import { answerSharedFilm } from './handler.ts'

/** What of Supabase's runtime is used here. */
declare const Deno: {
  serve(answer: (request: Request) => Promise<Response>): unknown
  env: { get(name: string): string | undefined }
}

const supabaseUrl = Deno.env.get('SUPABASE_URL') ?? ''
const serviceKey = Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? ''

Deno.serve((request) => answerSharedFilm(request, { supabaseUrl, serviceKey }))
