import * as z from 'zod/mini'
import { t } from '@/lib/i18n'

export const PASSWORD_MIN = 8
/** bcrypt reads no further. */
const PASSWORD_MAX = 72
const DISPLAY_NAME_MAX = 80

type Message =
  `account.${'nameMissing' | 'nameTooLong' | 'emailMissing' | 'emailInvalid' | 'passwordMissing' | 'passwordShort' | 'passwordLong'}`

/** Said in the language of the moment, which may be another one than when the form was opened. */
const say = (key: Message) => ({ error: () => t(key) })

const email = () =>
  z.pipe(
    z.string().check(z.trim(), z.minLength(1, say('account.emailMissing'))),
    z.email(say('account.emailInvalid')),
  )

export const displayNameField = () =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, say('account.nameMissing')),
      z.maxLength(DISPLAY_NAME_MAX, say('account.nameTooLong')),
    )

export const signInSchema = () =>
  z.object({ email: email(), password: z.string().check(z.minLength(1, say('account.passwordMissing'))) })
export type SignInValues = z.output<ReturnType<typeof signInSchema>>

const newPassword = () =>
  z
    .string()
    .check(
      z.minLength(PASSWORD_MIN, say('account.passwordShort')),
      z.maxLength(PASSWORD_MAX, say('account.passwordLong')),
    )

export const signUpSchema = () =>
  z.object({ displayName: displayNameField(), email: email(), password: newPassword() })
export type SignUpValues = z.output<ReturnType<typeof signUpSchema>>

export const emailOnlySchema = () => z.object({ email: email() })
export type EmailOnlyValues = z.output<ReturnType<typeof emailOnlySchema>>

export const newPasswordSchema = () => z.object({ password: newPassword() })
export type NewPasswordValues = z.output<ReturnType<typeof newPasswordSchema>>

export const profileFormSchema = () => z.object({ displayName: displayNameField() })
