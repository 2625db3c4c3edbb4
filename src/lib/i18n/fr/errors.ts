import type { errors as english } from '../en/errors'
import type { Words } from '../Words'

export const errors = {
  unknown: 'Un problème est survenu. Veuillez réessayer.',
  network: 'Pas de connexion. Vérifiez votre accès à Internet et réessayez.',
  server: 'Le serveur a eu un problème. Veuillez réessayer dans un instant.',
  session_expired: 'Vous avez été déconnecté. Veuillez vous reconnecter.',
  not_allowed: 'Vous n’avez pas le droit de faire cela.',
  not_found: 'Ce n’est plus ici. Cela a peut-être été supprimé.',

  invalid_credentials: 'E-mail ou mot de passe incorrect. Vérifiez les deux et réessayez.',
  user_already_exists: 'Il existe déjà un compte avec cet e-mail. Connectez-vous.',
  email_exists: 'Il existe déjà un compte avec cet e-mail. Connectez-vous.',
  weak_password: 'Ce mot de passe est trop facile à deviner. Utilisez au moins 8 caractères.',
  email_address_invalid: 'Cette adresse e-mail semble incorrecte. Vérifiez les fautes de frappe.',
  validation_failed: 'Cette adresse e-mail semble incorrecte. Vérifiez les fautes de frappe.',
  email_not_confirmed:
    'Confirmez d’abord votre e-mail : ouvrez le lien que nous vous avons envoyé, puis connectez-vous.',
  over_request_rate_limit: 'Trop de tentatives. Attendez une minute, puis réessayez.',
  over_email_send_rate_limit: 'Trop d’e-mails. Attendez quelques minutes, puis réessayez.',
  same_password: 'C’est votre mot de passe actuel. Choisissez-en un autre.',
  otp_expired: 'Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau.',
  session_not_found: 'Vous avez été déconnecté. Demandez un nouveau lien ou connectez-vous.',
  reauthentication_needed: 'Reconnectez-vous une fois, puis choisissez le nouveau mot de passe.',
  signup_disabled: 'La création de comptes est fermée pour le moment.',
  user_banned: 'Ce compte est bloqué.',

  PGRST116: 'Ce n’est plus ici. Cela a peut-être été supprimé.',
  PGRST301: 'Vous avez été déconnecté. Veuillez vous reconnecter.',
  PGRST303: 'Vous avez été déconnecté. Veuillez vous reconnecter.',
  bad_row: 'Cette page est plus ancienne que le serveur. Rechargez-la.',
} satisfies Words<typeof english>
