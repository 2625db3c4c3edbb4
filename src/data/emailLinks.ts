import { authError } from '@/lib/dataError'
import type { EmailLink } from '@/lib/emailLink'
import { DataError } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { supabase } from '@/lib/supabase'

const ACTION = 'open the link'

/**
 * Sign in with what a link in an e-mail brought. Asks the server, so that a made-up link opens nothing.
 * @throws DataError `otp_expired` (used already or too old), `network`, …
 */
export async function openEmailLink(link: EmailLink): Promise<void> {
  switch (link.kind) {
    case 'session': {
      const { error } = await supabase.auth.setSession({
        access_token: link.accessToken,
        refresh_token: link.refreshToken,
      })
      if (error) throw authError(ACTION, error)
      return
    }
    case 'token': {
      const { error } = await supabase.auth.verifyOtp({ token_hash: link.tokenHash, type: link.type })
      if (error) throw authError(ACTION, error)
      return
    }
    case 'refused':
      throw new DataError(ACTION, link.code, 403)
    default:
      return link satisfies never
  }
}

/**
 * Send the link that confirms a new account once more.
 * @throws DataError `over_email_send_rate_limit`, `network`, …; never says whether there is such an account
 */
export async function resendConfirmation(email: string): Promise<void> {
  const { error } = await supabase.auth.resend({
    type: 'signup',
    email,
    options: { emailRedirectTo: location.origin },
  })
  if (error) throw authError('send the link', error)
}

/**
 * Send a link with which a new password can be set.
 * @throws DataError `over_email_send_rate_limit`, `network`, …; never says whether there is such an account
 */
export async function requestPasswordReset(email: string): Promise<void> {
  const redirectTo = location.origin + paths.newPassword
  const { error } = await supabase.auth.resetPasswordForEmail(email, { redirectTo })
  if (error) throw authError('send the link', error)
}
