import '@/app/theme.css'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Messages } from '@/components/ui/Messages'
import { MessagesTopLayer } from '@/components/ui/MessagesTopLayer'
import { ModalDialog } from '@/components/ui/ModalDialog'
import { notify } from '@/lib/notify'
import { MOST_SHOWN } from '@/stores/messages.store'

beforeEach(async () => {
  await page.viewport(390, 844)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  notify.dismissAll()
  vi.useRealTimers()
})

const region = page.getByRole('region', { name: 'Messages (F8)' })
const message = (text: string) => region.getByRole('listitem').filter({ hasText: text })
const away = page.getByRole('button', { name: 'Away' })
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

async function open() {
  await render(
    <>
      <button type="button" style={{ marginTop: 500 }}>
        Away
      </button>
      <MessagesTopLayer>
        <Messages />
      </MessagesTopLayer>
    </>,
  )
  away.element().focus()
  await userEvent.hover(away)
}

describe('the time of a message', () => {
  test('stands still while the pointer is on it', async () => {
    await open()
    notify.info('Lake', { seconds: 5 })
    await expect.element(message('Lake')).toBeVisible()
    await seconds(4)
    await userEvent.hover(message('Lake'))
    await seconds(60)
    await expect.element(message('Lake')).toBeVisible()
    await userEvent.hover(away)
    await seconds(0.5)
    await expect.element(message('Lake')).toBeVisible()
    await seconds(1)
    await expect.element(message('Lake')).not.toBeInTheDocument()
  })

  test('stands still while the focus is in it', async () => {
    await open()
    notify.info('Lake', { seconds: 5 })
    await expect.element(message('Lake')).toBeVisible()
    await userEvent.keyboard('{F8}')
    await expect.element(region.getByRole('button', { name: 'Close this message' })).toHaveFocus()
    await seconds(60)
    await expect.element(message('Lake')).toBeVisible()
    away.element().focus()
    await seconds(5)
    await expect.element(message('Lake')).not.toBeInTheDocument()
  })

  test('is whole again when the same is said again, and without end for a sticky one', async () => {
    await open()
    notify.info('Sticky', { sticky: true })
    notify.info('Lake', { seconds: 5 })
    await expect.element(message('Lake')).toBeVisible()
    await seconds(4)
    notify.info('Lake', { seconds: 5 })
    await seconds(4)
    await expect.element(message('Lake')).toBeVisible()
    await seconds(600)
    await expect.element(message('Lake')).not.toBeInTheDocument()
    await expect.element(message('Sticky')).toBeVisible()
  })
})

test('no more than a few are shown; the others come forward when there is room', async () => {
  await open()
  for (const text of ['One', 'Two', 'Three', 'Four']) notify.info(text, { sticky: true })
  await expect.element(message('Four')).toBeVisible()
  expect(region.getByRole('listitem').elements()).toHaveLength(MOST_SHOWN)
  notify.dismiss('info:Four')
  await expect.element(message('One')).toBeVisible()
})

describe('with the keyboard alone', () => {
  test('a message is reached, answered, and the focus is where it was', async () => {
    await open()
    const undo = vi.fn<() => void>()
    notify.success('Deleted', { action: { label: 'Undo', onClick: undo } })
    await expect.element(message('Deleted')).toBeVisible()
    await userEvent.keyboard('{F8}')
    await expect.element(page.getByRole('button', { name: 'Undo' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(undo).toHaveBeenCalledOnce()
    await expect.element(message('Deleted')).not.toBeInTheDocument()
    await expect.element(away).toHaveFocus()
  })

  test('Escape closes one after the other, and not the dialog below', async () => {
    const close = vi.fn<() => void>()
    await render(
      <>
        <MessagesTopLayer>
          <Messages />
        </MessagesTopLayer>
        <ModalDialog name="deleteProject" title="Really?">
          <button type="button" onClick={close}>
            Yes
          </button>
        </ModalDialog>
      </>,
    )
    notify.info('One', { sticky: true })
    notify.info('Two', { sticky: true })
    await expect.element(message('Two')).toBeVisible()
    await expect.element(page.getByRole('dialog', { name: 'Really?' })).toBeVisible()
    await userEvent.keyboard('{F8}')
    await userEvent.keyboard('{Escape}')
    await expect.element(message('Two')).not.toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await expect.element(message('One')).not.toBeInTheDocument()
    await expect.element(page.getByRole('dialog', { name: 'Really?' })).toBeVisible()
    expect(page.getByRole('dialog').element().contains(document.activeElement)).toBe(true)
  })
})

test('a click on a message does not count as one outside the dialog', async () => {
  const { useUiStore } = await import('@/stores/ui.store')
  useUiStore.getState().openModal('deleteProject', { projectId: '1', title: 'Lake' })
  await render(
    <>
      <MessagesTopLayer>
        <Messages />
      </MessagesTopLayer>
      <ModalDialog name="deleteProject" title="Really?">
        <p>It is gone then.</p>
      </ModalDialog>
    </>,
  )
  notify.info('Lake', { sticky: true })
  await page.getByRole('button', { name: 'Close this message' }).click()
  await expect.element(message('Lake')).not.toBeInTheDocument()
  expect(useUiStore.getState().modals.deleteProject).toBeDefined()
})

test('the region is there before any message, and live: a screen reader reads what comes into it', async () => {
  await open()
  await expect.element(region).toHaveAttribute('aria-live', 'polite')
  expect(region.element().textContent).toBe('')
  notify.error('No answer', { detail: 'Try again' })
  await expect.element(message('No answer')).toHaveTextContent('No answerTry again')
})
