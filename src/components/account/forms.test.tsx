import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router-dom'
import { describe, expect, test, vi } from 'vitest'
import { DataError } from '@/lib/errors'
import { ForgotPasswordForm } from './ForgotPasswordForm'
import { MailSent } from './MailSent'
import { NewPasswordForm } from './NewPasswordForm'
import { ProfileForm } from './ProfileForm'
import { SignInForm } from './SignInForm'
import { SignUpForm } from './SignUpForm'
import type { SignInValues, SignUpValues } from './schemas'

const refused = (code: string, status: number) => Promise.reject(new DataError('sign in', code, status))
const nothing = () => Promise.resolve()
const Address = () => JSON.stringify(useLocation())
const renderSignIn = (
  onSignIn: (values: SignInValues) => Promise<void>,
  onResend: (email: string) => Promise<void> = nothing,
) =>
  render(
    <MemoryRouter>
      <SignInForm onSignIn={onSignIn} onResend={onResend} />
      <Address />
    </MemoryRouter>,
  )
const field = (name: string) => screen.getByLabelText(name, { exact: true })

describe('signing in', () => {
  const submit = async (onSignIn: (values: SignInValues) => Promise<void>, email = 'ada@example.com') => {
    renderSignIn(onSignIn)
    const user = userEvent.setup()
    await user.type(screen.getByRole('textbox', { name: 'Email' }), email)
    await user.type(field('Password'), 'correct horse')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    return user
  }

  test('hands over what was typed, without the blanks a keyboard adds', async () => {
    const onSignIn = vi.fn<(values: SignInValues) => Promise<void>>().mockResolvedValue()
    await submit(onSignIn, ' ada@example.com ')
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith({ email: 'ada@example.com', password: 'correct horse' })
  })
  test.each([
    ['invalid_credentials', 400, 'Wrong email or password. Check both and try again.'],
    ['email_not_confirmed', 400, 'Please confirm your email first: open the link we sent you, then sign in.'],
    ['network', 0, 'No connection. Check your internet and try again.'],
    ['over_request_rate_limit', 429, 'Too many attempts. Wait a minute, then try again.'],
    ['unexpected_failure', 500, 'The server had a problem. Please try again in a moment.'],
  ])('says what %s means and keeps what was typed', async (code, status, sentence) => {
    await submit(() => refused(code, status))
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
    expect(field('Password')).toHaveValue('correct horse')
  })
  test('an address that is not confirmed can be sent its link again, and how that went is said', async () => {
    const onResend = vi
      .fn<(email: string) => Promise<void>>()
      .mockRejectedValueOnce(new DataError('send', 'over_email_send_rate_limit', 429))
      .mockResolvedValue()
    renderSignIn(() => refused('email_not_confirmed', 400), onResend)
    await userEvent.type(screen.getByRole('textbox', { name: 'Email' }), 'ada@example.com')
    await userEvent.type(field('Password'), 'correct horse{Enter}')
    await userEvent.click(await screen.findByRole('button', { name: 'Send the link again' }))
    expect(await screen.findByText(/Too many emails/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Send the link again' }))
    expect(await screen.findByText(/^Sent\./)).toBeVisible()
    expect(onResend).toHaveBeenCalledTimes(2)
    expect(onResend).toHaveBeenLastCalledWith('ada@example.com')
  })
  test('a wrong password offers no such link', async () => {
    await submit(() => refused('invalid_credentials', 400))
    await screen.findByRole('alert')
    expect(screen.queryByRole('button', { name: 'Send the link again' })).toBeNull()
  })
  test('who has forgotten the password takes the typed email along', async () => {
    renderSignIn(nothing)
    await userEvent.type(screen.getByRole('textbox', { name: 'Email' }), 'ada@example.com')
    await userEvent.click(screen.getByRole('link', { name: 'Forgot your password?' }))
    expect(
      screen.getByText(/"pathname":"\/forgot-password".*"state":{"email":"ada@example.com"}/),
    ).toBeVisible()
  })
  test('twice in a row asks once', async () => {
    let finish: () => void = () => undefined
    const onSignIn = vi.fn<() => Promise<void>>(() => new Promise<void>((resolve) => (finish = resolve)))
    const user = await submit(onSignIn)
    await user.type(field('Password'), '{Enter}')
    await user.click(screen.getByRole('button', { name: 'Signing in …' })).catch(() => undefined)
    finish()
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible()
    expect(onSignIn).toHaveBeenCalledOnce()
  })
  test('an empty form asks nobody and says what is missing, at its field', async () => {
    const onSignIn = vi.fn<(values: SignInValues) => Promise<void>>()
    renderSignIn(onSignIn)
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(field('Email')).toHaveAccessibleDescription('Enter your email address.')
    expect(field('Password')).toHaveAccessibleDescription('Enter your password.')
    expect(field('Email')).toHaveFocus()
    expect(onSignIn).not.toHaveBeenCalled()
  })
  test('hands over what a password manager filled in without a word', async () => {
    const onSignIn = vi.fn<(values: SignInValues) => Promise<void>>().mockResolvedValue()
    renderSignIn(onSignIn)
    const fill = (name: string, value: string) => Object.assign(field(name), { value })
    fill('Email', 'ada@example.com')
    fill('Password', 'correct horse')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith({ email: 'ada@example.com', password: 'correct horse' })
  })
  test('what was wrong is not wrong any more once it is typed', async () => {
    renderSignIn(nothing)
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await userEvent.type(field('Email'), 'ada@example')
    expect(field('Email')).toBeInvalid()
    await userEvent.type(field('Email'), '.com')
    expect(field('Email')).toBeValid()
    expect(field('Password')).toBeInvalid()
  })
  test('the password can be looked at', async () => {
    renderSignIn(nothing)
    expect(field('Password')).toHaveAttribute('type', 'password')
    await userEvent.click(screen.getByRole('button', { name: 'Show characters' }))
    expect(screen.getByRole('textbox', { name: 'Password' })).toHaveAttribute('type', 'text')
  })
})

describe('creating an account', () => {
  const submit = async (
    onSignUp: (values: SignUpValues) => Promise<void>,
    typed: Partial<SignUpValues> = {},
  ) => {
    const values = { displayName: 'Ada', email: 'ada@example.com', password: 'correct horse', ...typed }
    render(<SignUpForm onSignUp={onSignUp} whenTaken={(email) => <a href="/sign-in">In as {email}</a>} />)
    const user = userEvent.setup()
    await user.type(screen.getByRole('textbox', { name: 'Display name' }), values.displayName)
    await user.type(screen.getByRole('textbox', { name: 'Email' }), values.email)
    await user.type(field('Password'), values.password)
    await user.click(screen.getByRole('button', { name: 'Create account' }))
  }
  test('hands over what was typed', async () => {
    const onSignUp = vi.fn<(values: SignUpValues) => Promise<void>>().mockResolvedValue()
    await submit(onSignUp)
    expect(onSignUp).toHaveBeenCalledExactlyOnceWith({
      displayName: 'Ada',
      email: 'ada@example.com',
      password: 'correct horse',
    })
  })
  test.each([
    ['user_already_exists', 'There is already an account with this email. Sign in instead.'],
    ['weak_password', 'This password is too easy to guess. Use at least 8 characters.'],
    ['email_address_invalid', 'This email address does not look right. Check it for typing errors.'],
  ])('says what %s means', async (code, sentence) => {
    await submit(() => refused(code, 422))
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
  })
  test('with an address that is taken leads to the sign-in', async () => {
    await submit(() => refused('user_already_exists', 422))
    expect(await screen.findByRole('link', { name: 'In as ada@example.com' })).toBeVisible()
  })
  test.each([
    [{ password: 'short' }, 'Password', 'Use at least 8 characters.'],
    [{ email: 'ada@' }, 'Email', 'This does not look like an email address.'],
    [{ displayName: '   ' }, 'Display name', 'Tell us what to call you.'],
  ])('%j is refused before anybody is asked', async (typed, label, sentence) => {
    const onSignUp = vi.fn<(values: SignUpValues) => Promise<void>>()
    await submit(onSignUp, typed)
    expect(field(label)).toHaveAccessibleDescription(sentence)
    expect(onSignUp).not.toHaveBeenCalled()
  })
})

describe('a forgotten password', () => {
  test('asks for the link with the email that was typed before', async () => {
    const onSend = vi.fn<(email: string) => Promise<void>>().mockResolvedValue()
    render(<ForgotPasswordForm email="ada@example.com" onSend={onSend} />)
    await userEvent.click(screen.getByRole('button', { name: 'Send the link' }))
    expect(onSend).toHaveBeenCalledExactlyOnceWith('ada@example.com')
  })
  test('says why no link could be sent', async () => {
    render(
      <ForgotPasswordForm
        email="ada@example.com"
        onSend={() => refused('over_email_send_rate_limit', 429)}
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Send the link' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many emails. Wait a few minutes')
  })
  test('what is on its way is said where the focus goes, and can be sent again', async () => {
    const onSendAgain = vi.fn<() => Promise<void>>().mockResolvedValue()
    render(<MailSent title="Check your email" text="A link is on its way." onSendAgain={onSendAgain} />)
    expect(screen.getByRole('heading', { name: 'Check your email' })).toHaveFocus()
    await userEvent.click(screen.getByRole('button', { name: 'Send it again' }))
    expect(await screen.findByText(/^Sent\./)).toBeVisible()
    expect(onSendAgain).toHaveBeenCalledOnce()
  })
})

describe('a new password', () => {
  test.each([
    ['same_password', 422, 'This is the password you have now. Choose another one.'],
    ['weak_password', 422, 'This password is too easy to guess. Use at least 8 characters.'],
    ['session_not_found', 403, 'You have been signed out. Ask for a new link, or sign in.'],
  ])('says what %s means and keeps what was typed', async (code, status, sentence) => {
    render(<NewPasswordForm email="ada@example.com" onSave={() => refused(code, status)} />)
    await userEvent.type(field('New password'), 'correct horse{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
    expect(field('New password')).toHaveValue('correct horse')
  })
  test('that is too short is refused before anybody is asked', async () => {
    const onSave = vi.fn<(password: string) => Promise<void>>()
    render(<NewPasswordForm email="ada@example.com" onSave={onSave} />)
    await userEvent.type(field('New password'), 'short{Enter}')
    expect(field('New password')).toHaveAccessibleDescription('Use at least 8 characters.')
    expect(onSave).not.toHaveBeenCalled()
  })
})

describe('the profile', () => {
  test('says that it was saved until it is changed again', async () => {
    const onSave = vi.fn<() => Promise<void>>().mockResolvedValue()
    render(<ProfileForm email="ada@example.com" displayName="Ada" onSave={onSave} />)
    const name = screen.getByRole('textbox', { name: 'Display name' })
    await userEvent.type(name, ' L.')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(onSave).toHaveBeenCalledExactlyOnceWith({ displayName: 'Ada L.' })
    expect(await screen.findByText('Saved')).toBeVisible()
    await userEvent.type(name, '!')
    expect(screen.queryByText('Saved')).toBeNull()
  })
  test('says why it was not saved', async () => {
    render(<ProfileForm email="ada@example.com" displayName="Ada" onSave={() => refused('network', 0)} />)
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('No connection')
  })
})
