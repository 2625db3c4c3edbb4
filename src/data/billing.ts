import { invoiceSchema, type Invoice } from '@/domain/invoice'
import { subscriptionSchema, type Subscription } from '@/domain/subscription'
import { supabase } from '@/lib/supabase'
import { answer, parseRow, parseRows } from './request'

const INVOICES_SHOWN = 24

/** What the person pays for, or null when they never did. */
export async function getSubscription(userId: string, signal: AbortSignal): Promise<Subscription | null> {
  const request = supabase
    .from('subscriptions')
    .select('*')
    .eq('user_id', userId)
    .abortSignal(signal)
    .maybeSingle()
  const row = await answer('load your subscription', request, signal)
  return row === null ? null : parseRow('load your subscription', subscriptionSchema, row)
}

/** The person's newest invoices, newest first. */
export async function listInvoices(userId: string, signal: AbortSignal): Promise<Invoice[]> {
  const request = supabase
    .from('invoices')
    .select('*')
    .eq('user_id', userId)
    .order('issued_at', { ascending: false })
    .order('id')
    .limit(INVOICES_SHOWN)
    .abortSignal(signal)
  return parseRows('load your invoices', invoiceSchema, await answer('load your invoices', request, signal))
}
