import { expect, test } from 'vitest'
import { readEmailLink } from './emailLink'

const read = (address: string) => readEmailLink(new URL(address, 'https://films.example'))

test.each([
  ['recovery', 'recovery'],
  ['signup', 'signup'],
  ['invite', 'other'],
])('a session in the address is read and taken out of it (%s)', (type, purpose) => {
  const address = `/new-password?next=%2Fmedia#access_token=a.b.c&expires_in=3600&refresh_token=r&token_type=bearer&type=${type}`
  expect(read(address)).toEqual({
    link: { kind: 'session', purpose, accessToken: 'a.b.c', refreshToken: 'r' },
    rest: '/new-password?next=%2Fmedia',
  })
})
test('a token of a mail template is read and taken out of the address', () => {
  expect(read('/?token_hash=abc&type=email&page=2')).toEqual({
    link: { kind: 'token', purpose: 'signup', type: 'email', tokenHash: 'abc' },
    rest: '/?page=2',
  })
})
test.each([
  ['/#error=access_denied&error_code=otp_expired&error_description=Email+link+is+invalid', 'otp_expired'],
  ['/?error=access_denied&error_code=otp_expired#error=access_denied&error_code=otp_expired', 'otp_expired'],
  ['/#error=server_error&error_description=Database+error', 'server_error'],
])('a refusal is read with its code: %s', (address, code) => {
  expect(read(address)).toEqual({ link: { kind: 'refused', code }, rest: '/' })
})
test.each([
  '/projects?page=2',
  '/#main',
  '/?type=recovery',
  '/?error=of-somebody-else',
  '/#access_token=alone',
])('%s carries none', (address) => expect(read(address)).toBeNull())
