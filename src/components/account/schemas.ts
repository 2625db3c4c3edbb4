import * as z from 'zod/mini'
import { t } from '@/lib/i18n'

export const PASSWORD_MIN = 8
/** bcrypt reads no further. */
const PASSWORD_MAX = 72
const DISPLAY_NAME_MAX = 80

const email = () =>
  z.pipe(
    z.string().check(z.trim(), z.minLength(1, t('account.emailMissing'))),
    z.email(t('account.emailInvalid')),
  )

export const displayNameField = () =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, t('account.nameMissing')),
      z.maxLength(DISPLAY_NAME_MAX, t('account.nameTooLong')),
    )

/** Functions, not constants: the messages are in the language of the moment. */
export const signInSchema = () =>
  z.object({ email: email(), password: z.string().check(z.minLength(1, t('account.passwordMissing'))) })
export type SignInValues = z.output<ReturnType<typeof signInSchema>>

const newPassword = () =>
  z
    .string()
    .check(
      z.minLength(PASSWORD_MIN, t('account.passwordShort')),
      z.maxLength(PASSWORD_MAX, t('account.passwordLong')),
    )

export const signUpSchema = () =>
  z.object({ displayName: displayNameField(), email: email(), password: newPassword() })
export type SignUpValues = z.output<ReturnType<typeof signUpSchema>>

export const emailOnlySchema = () => z.object({ email: email() })
export type EmailOnlyValues = z.output<ReturnType<typeof emailOnlySchema>>

export const newPasswordSchema = () => z.object({ password: newPassword() })
export type NewPasswordValues = z.output<ReturnType<typeof newPasswordSchema>>

export const profileFormSchema = () => z.object({ displayName: displayNameField() })
