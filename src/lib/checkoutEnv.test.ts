import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkoutUrl, portalUrl, readCheckout } from './checkoutEnv'
import { log } from './log'

const warn = vi.spyOn(log, 'warn')
beforeEach(() => {
  warn.mockReset().mockImplementation(() => undefined)
})
afterEach(() => vi.unstubAllEnvs())

test('without variables, or with empty ones, nothing can be bought', () => {
  expect(readCheckout({})).toEqual({ plans: {}, portal: null })
  expect(readCheckout({ VITE_CHECKOUT_URL_PRO: '', VITE_BILLING_PORTAL_URL: '' })).toEqual({
    plans: {},
    portal: null,
  })
  expect(warn).not.toHaveBeenCalled()
})

test('the build’s own variables are read', () => {
  vi.stubEnv('VITE_CHECKOUT_URL_PRO', 'https://buy.example/pro')
  vi.stubEnv('VITE_BILLING_PORTAL_URL', 'https://billing.example/p')
  expect(readCheckout()).toEqual({
    plans: { pro: 'https://buy.example/pro' },
    portal: 'https://billing.example/p',
  })
})

test.each(['buy.example/pro', 'http://buy.example/pro', 'javascript:alert(1)', 'nonsense'])(
  '%s is no link: none is shown, and the console says which variable it is',
  (link) => {
    expect(readCheckout({ VITE_CHECKOUT_URL_ENTERPRISE: link })).toEqual({ plans: {}, portal: null })
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('VITE_CHECKOUT_URL_ENTERPRISE'))
  },
)

const ada = { id: '11111111-1111-4111-8111-111111111111', email: 'ada+films@example.com' }

test('a checkout is opened with the account and its e-mail, and keeps what the link had', () => {
  const url = new URL(checkoutUrl('https://buy.example/pro?locale=auto#top', ada))
  expect(Object.fromEntries(url.searchParams)).toEqual({
    locale: 'auto',
    client_reference_id: ada.id,
    prefilled_email: ada.email,
  })
  expect(url.href).toContain('prefilled_email=ada%2Bfilms%40example.com')
})

test('the portal is opened with the e-mail alone', () => {
  expect(portalUrl('https://billing.example/p/login', ada)).toBe(
    'https://billing.example/p/login?prefilled_email=ada%2Bfilms%40example.com',
  )
})
