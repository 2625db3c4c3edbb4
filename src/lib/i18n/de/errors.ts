import type { errors as english } from '../en/errors'
import type { Words } from '../Words'

export const errors = {
  unknown: 'Etwas ist schiefgegangen. Bitte versuche es noch einmal.',
  network: 'Keine Verbindung. Prüfe dein Internet und versuche es noch einmal.',
  server: 'Der Server hatte ein Problem. Bitte versuche es gleich noch einmal.',
  session_expired: 'Du wurdest abgemeldet. Bitte melde dich wieder an.',
  not_allowed: 'Das darfst du nicht.',
  not_found: 'Das ist nicht mehr da. Vielleicht wurde es gelöscht.',

  invalid_credentials: 'E-Mail oder Passwort stimmt nicht. Prüfe beides und versuche es noch einmal.',
  user_already_exists: 'Zu dieser E-Mail gibt es schon ein Konto. Melde dich stattdessen an.',
  email_exists: 'Zu dieser E-Mail gibt es schon ein Konto. Melde dich stattdessen an.',
  weak_password: 'Dieses Passwort ist zu leicht zu erraten. Nimm mindestens 8 Zeichen.',
  email_address_invalid: 'Diese E-Mail-Adresse sieht nicht richtig aus. Prüfe sie auf Tippfehler.',
  validation_failed: 'Diese E-Mail-Adresse sieht nicht richtig aus. Prüfe sie auf Tippfehler.',
  email_not_confirmed:
    'Bestätige bitte zuerst deine E-Mail-Adresse: Öffne den Link, den wir dir geschickt haben, und melde dich dann an.',
  over_request_rate_limit: 'Zu viele Versuche. Warte eine Minute und versuche es dann noch einmal.',
  over_email_send_rate_limit: 'Zu viele E-Mails. Warte ein paar Minuten und versuche es dann noch einmal.',
  same_password: 'Das ist dein jetziges Passwort. Wähle ein anderes.',
  otp_expired: 'Dieser Link wurde schon benutzt oder ist zu alt. Hol dir einen neuen.',
  session_not_found: 'Du wurdest abgemeldet. Hol dir einen neuen Link oder melde dich an.',
  reauthentication_needed: 'Bitte melde dich noch einmal an und wähle dann das neue Passwort.',
  signup_disabled: 'Neue Konten sind zurzeit nicht möglich.',
  user_banned: 'Dieses Konto ist gesperrt.',

  PGRST116: 'Das ist nicht mehr da. Vielleicht wurde es gelöscht.',
  PGRST301: 'Du wurdest abgemeldet. Bitte melde dich wieder an.',
  PGRST303: 'Du wurdest abgemeldet. Bitte melde dich wieder an.',
  bad_row: 'Diese Seite ist älter als der Server. Lade sie neu.',
} satisfies Words<typeof english>
