import { appendFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Mail } from '../core/mail'

/**
 * The embedded Supabase sends no mail: what it would have sent is added to `mail.jsonl` in its data directory, one a line.
 * The links in it open accounts, so only the owner of the directory reads it.
 */
export function keepMail(directory: string, mail: Mail): void {
  const line = JSON.stringify({ ...mail, at: new Date().toISOString() })
  mkdir(directory, { recursive: true, mode: 0o700 })
    .then(() => appendFile(path.join(directory, 'mail.jsonl'), `${line}\n`, { mode: 0o600 }))
    .catch((error: unknown) => console.error('[embedded supabase] A mail could not be kept', error))
}
