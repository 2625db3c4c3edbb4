/** The Edge Function: `npx supabase functions deploy billing-webhook`. The provider has no session: see config.toml. */
import { readBillingConfiguration } from './configuration.ts'
import { answerBillingEvent } from './handler.ts'

/** What of Supabase's runtime is used here. */
declare const Deno: {
  serve(answer: (request: Request) => Promise<Response>): unknown
  env: { get(name: string): string | undefined }
}

const supabaseUrl = Deno.env.get('SUPABASE_URL') ?? ''
const serviceKey = Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? ''
const configuration = readBillingConfiguration((name) => Deno.env.get(name))

Deno.serve((request) => answerBillingEvent(request, { supabaseUrl, serviceKey, configuration }))
