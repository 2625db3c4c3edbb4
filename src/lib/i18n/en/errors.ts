/**
 * One sentence or two per error code: what happened, then what to do. Keys are codes of the database, of Supabase
 * Auth and of our own error classes; unknown ones end in `unknown`. Those that only signed-in people meet are in
 * `refusals.ts`.
 */
export const errors = {
  unknown: 'Something went wrong. Please try again.',
  network: 'No connection. Check your internet and try again.',
  server: 'The server had a problem. Please try again in a moment.',
  session_expired: 'You have been signed out. Please sign in again.',
  not_allowed: 'You are not allowed to do this.',
  not_found: 'This is not here any more. It may have been deleted.',

  // Supabase Auth
  invalid_credentials: 'Wrong email or password. Check both and try again.',
  user_already_exists: 'There is already an account with this email. Sign in instead.',
  email_exists: 'There is already an account with this email. Sign in instead.',
  weak_password: 'This password is too easy to guess. Use at least 8 characters.',
  email_address_invalid: 'This email address does not look right. Check it for typing errors.',
  validation_failed: 'This email address does not look right. Check it for typing errors.',
  email_not_confirmed: 'Please confirm your email first: open the link we sent you, then sign in.',
  over_request_rate_limit: 'Too many attempts. Wait a minute, then try again.',
  over_email_send_rate_limit: 'Too many emails. Wait a few minutes, then try again.',
  same_password: 'This is the password you have now. Choose another one.',
  otp_expired: 'This link was used already or is too old. Ask for a new one.',
  session_not_found: 'You have been signed out. Ask for a new link, or sign in.',
  reauthentication_needed: 'Please sign in once more, then choose the new password.',
  signup_disabled: 'New accounts are closed at the moment.',
  user_banned: 'This account is blocked.',

  // PostgREST
  PGRST116: 'This is not here any more. It may have been deleted.',
  PGRST301: 'You have been signed out. Please sign in again.',
  PGRST303: 'You have been signed out. Please sign in again.',
  bad_row: 'This page is older than the server. Reload it.',
} as const
