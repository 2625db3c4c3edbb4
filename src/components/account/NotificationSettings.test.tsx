import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { presentMessages, type Message } from '@/lib/notify'
import { useNoticesStore } from '@/stores/notices.store'
import { NotificationSettings } from './NotificationSettings'

const ADA = '11111111-1111-4111-8111-111111111111'
const EVE = '22222222-2222-4222-8222-222222222222'

/** A browser's notifications: what the person answers, and what was shown. jsdom has none. */
function browserThat(answers: NotificationPermission, before: NotificationPermission = 'default') {
  const asked = vi.fn<() => void>()
  const shown: string[] = []
  class FakeNotification {
    static permission = before
    static async requestPermission() {
      asked()
      if (FakeNotification.permission === 'default') FakeNotification.permission = answers
      return FakeNotification.permission
    }
    onclick = null
    constructor(title: string) {
      shown.push(title)
    }
  }
  vi.stubGlobal('Notification', FakeNotification)
  vi.stubGlobal('isSecureContext', true)
  return { asked, shown, browser: FakeNotification }
}
const openFor = (userId = ADA) => render(<NotificationSettings userId={userId} />)
const theSwitch = () => screen.getByRole('switch', { name: 'Notifications outside this page' })

beforeEach(() => useNoticesStore.setState({ wanting: [] }))
afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

describe('the browser is asked', () => {
  test('when the person turns it on and not before, and shows how it will look', async () => {
    const { asked, shown } = browserThat('granted')
    openFor()
    expect(asked).not.toHaveBeenCalled()
    expect(theSwitch()).not.toBeChecked()
    await userEvent.click(theSwitch())
    expect(theSwitch()).toBeChecked()
    expect(asked).toHaveBeenCalledOnce()
    expect(shown).toEqual(['This is how you will hear of it'])
  })
  test('and what it answers is what the switch shows', async () => {
    browserThat('denied')
    openFor()
    await userEvent.click(theSwitch())
    expect(theSwitch()).not.toBeChecked()
    expect(theSwitch()).toBeDisabled()
    expect(screen.getByRole('status')).toHaveTextContent('open the site settings beside the address')
  })
  test('again after a question that was closed', async () => {
    const { asked } = browserThat('default')
    openFor()
    await userEvent.click(theSwitch())
    expect(screen.getByRole('status')).toHaveTextContent('left unanswered')
    expect(theSwitch()).not.toBeChecked()
    await userEvent.click(theSwitch())
    expect(asked).toHaveBeenCalledTimes(2)
  })
})

describe('the switch', () => {
  test('stays as it was turned, for this person alone, and can be turned off', async () => {
    browserThat('granted', 'granted')
    const { unmount } = openFor()
    await userEvent.click(theSwitch())
    unmount()
    await useNoticesStore.persist.rehydrate()
    const { rerender } = openFor(EVE)
    expect(theSwitch()).not.toBeChecked()
    rerender(<NotificationSettings userId={ADA} />)
    expect(theSwitch()).toBeChecked()
    await userEvent.click(theSwitch())
    expect(theSwitch()).not.toBeChecked()
  })
  test('does not say on when the permission was taken back in the browser', async () => {
    const { browser } = browserThat('granted')
    openFor()
    await userEvent.click(theSwitch())
    browser.permission = 'denied'
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(theSwitch()).not.toBeChecked()
    expect(theSwitch()).toBeDisabled()
  })
  test('can be turned in a browser that has no room to remember it, and says so', async () => {
    browserThat('granted', 'granted')
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const said: Message[] = []
    const stop = presentMessages((message) => said.push(message))
    openFor()
    await userEvent.click(theSwitch())
    expect(theSwitch()).toBeChecked()
    expect(theSwitch()).toBeEnabled()
    expect(said).toMatchObject([{ kind: 'warning', id: 'not-remembered' }])
    full.mockRestore()
    stop()
  })
  test('follows one that is turned in another tab', () => {
    browserThat('granted', 'granted')
    openFor()
    localStorage.setItem('photomemory.notices', JSON.stringify({ state: { wanting: [ADA] }, version: 1 }))
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'photomemory.notices' })))
    expect(theSwitch()).toBeChecked()
  })
  test.each(['{"state":{"wanting":"everybody"},"version":1}', '{"state":7,"version":1}', '{"state":{"wan'])(
    'is off when what was kept is not ours any more: %s',
    async (kept) => {
      browserThat('granted', 'granted')
      localStorage.setItem('photomemory.notices', kept)
      await useNoticesStore.persist.rehydrate()
      openFor()
      expect(theSwitch()).not.toBeChecked()
    },
  )
})

describe('a browser that cannot', () => {
  test('is not offered a switch that does nothing', () => {
    vi.stubGlobal('Notification', undefined)
    vi.stubGlobal('isSecureContext', false)
    openFor()
    expect(theSwitch()).toBeDisabled()
    expect(screen.getByRole('status')).toHaveTextContent('This browser cannot show notifications')
  })
  test('although it has the name, as on Android, is found out when it is turned on', async () => {
    const { browser } = browserThat('granted')
    const warned = vi.spyOn(console, 'warn').mockReturnValue()
    vi.stubGlobal(
      'Notification',
      Object.assign(
        function () {
          throw new TypeError('Illegal constructor')
        },
        { permission: 'granted', requestPermission: () => browser.requestPermission() },
      ),
    )
    openFor()
    await userEvent.click(theSwitch())
    expect(theSwitch()).not.toBeChecked()
    expect(screen.getByRole('status')).toHaveTextContent('This browser cannot show notifications')
    warned.mockRestore()
  })
})
