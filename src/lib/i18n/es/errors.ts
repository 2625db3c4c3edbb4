import type { errors as english } from '../en/errors'
import type { Words } from '../Words'

export const errors = {
  unknown: 'Algo salió mal. Inténtalo de nuevo.',
  network: 'Sin conexión. Revisa tu internet e inténtalo de nuevo.',
  server: 'El servidor tuvo un problema. Inténtalo de nuevo en un momento.',
  session_expired: 'Se ha cerrado tu sesión. Vuelve a iniciarla.',
  not_allowed: 'No tienes permiso para hacer esto.',
  not_found: 'Esto ya no está aquí. Puede que se haya eliminado.',

  invalid_credentials: 'El correo o la contraseña no son correctos. Revísalos e inténtalo de nuevo.',
  user_already_exists: 'Ya hay una cuenta con este correo. Inicia sesión.',
  email_exists: 'Ya hay una cuenta con este correo. Inicia sesión.',
  weak_password: 'Esta contraseña es demasiado fácil de adivinar. Usa al menos 8 caracteres.',
  email_address_invalid: 'Este correo no parece correcto. Comprueba que no haya erratas.',
  validation_failed: 'Este correo no parece correcto. Comprueba que no haya erratas.',
  email_not_confirmed: 'Confirma primero tu correo: abre el enlace que te enviamos y después inicia sesión.',
  over_request_rate_limit: 'Demasiados intentos. Espera un minuto e inténtalo de nuevo.',
  over_email_send_rate_limit: 'Demasiados correos. Espera unos minutos e inténtalo de nuevo.',
  same_password: 'Esta es la contraseña que ya tienes. Elige otra.',
  otp_expired: 'Este enlace ya se usó o es demasiado antiguo. Pide uno nuevo.',
  session_not_found: 'Se ha cerrado tu sesión. Pide un enlace nuevo o inicia sesión.',
  reauthentication_needed: 'Inicia sesión una vez más y después elige la nueva contraseña.',
  signup_disabled: 'Ahora mismo no se admiten cuentas nuevas.',
  user_banned: 'Esta cuenta está bloqueada.',

  PGRST116: 'Esto ya no está aquí. Puede que se haya eliminado.',
  PGRST301: 'Se ha cerrado tu sesión. Vuelve a iniciarla.',
  PGRST303: 'Se ha cerrado tu sesión. Vuelve a iniciarla.',
  bad_row: 'Esta página es más antigua que el servidor. Recárgala.',
} satisfies Words<typeof english>
