import { beforeEach, expect, test } from 'vitest'
import { useAuthStore } from '@/stores/auth.store'
import { landEmailLink } from './landEmailLink'

beforeEach(() => useAuthStore.setState({ link: { status: 'none' } }))
const SESSION = 'access_token=a.b.c&refresh_token=r&expires_in=3600&token_type=bearer'
const EXPIRED = 'error=access_denied&error_code=otp_expired'

function land(address: string) {
  history.replaceState(null, '', address)
  const entries = history.length
  landEmailLink()
  expect(history.length, 'no entry with tokens stays behind').toBe(entries)
  return { place: location.pathname + location.search + location.hash, link: useAuthStore.getState().link }
}

test.each([
  [`/#${SESSION}&type=recovery`, '/new-password'],
  [`/new-password#${SESSION}&type=recovery`, '/new-password'],
  [`/?next=%2Fmedia#${SESSION}&type=signup`, '/?next=%2Fmedia'],
  ['/?token_hash=abc&type=recovery', '/new-password'],
])('%s is opened at %s, and the address keeps nothing of it', (address, expected) => {
  const { place, link } = land(address)
  expect(place).toBe(expected)
  expect(link.status).toBe('opening')
})
test.each([
  [`/#${EXPIRED}`, '/link-problem'],
  [`/projects?page=2#${EXPIRED}`, '/link-problem'],
  [`/new-password#${EXPIRED}`, '/new-password'],
])('a refused link leads to where that is said: %s', (address, expected) => {
  const { place, link } = land(address)
  expect(place).toBe(expected)
  expect(link).toMatchObject({ status: 'refused', code: 'otp_expired', seen: false })
})
test('any other address stays as it is', () => {
  const { place, link } = land('/projects?page=2#main')
  expect(place).toBe('/projects?page=2#main')
  expect(link).toEqual({ status: 'none' })
})
