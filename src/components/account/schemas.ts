import { z } from 'zod'
import { displayNameSchema } from '@/domain/profile'
import { t } from '@/lib/i18n'

export const PASSWORD_MIN = 8
/** bcrypt reads no further. */
const PASSWORD_MAX = 72

const email = () =>
  z
    .string()
    .trim()
    .min(1, t('account.emailMissing'))
    .pipe(z.email(t('account.emailInvalid')))

/** What a display name must be, in words. */
export const displayNameField = () =>
  z
    .string()
    .trim()
    .min(1, t('account.nameMissing'))
    .refine((name) => name === '' || displayNameSchema.safeParse(name).success, t('account.nameTooLong'))

/** Functions, not constants: the messages are in the language of the moment. */
export const signInSchema = () =>
  z.object({ email: email(), password: z.string().min(1, t('account.passwordMissing')) })
export type SignInValues = z.output<ReturnType<typeof signInSchema>>

export const signUpSchema = () =>
  z.object({
    displayName: displayNameField(),
    email: email(),
    password: z
      .string()
      .min(PASSWORD_MIN, t('account.passwordShort'))
      .max(PASSWORD_MAX, t('account.passwordLong')),
  })
export type SignUpValues = z.output<ReturnType<typeof signUpSchema>>
