import { onlineManager, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seededClient } from '@/components/ui/renderInApp.fixture'
import { ActivityBar, UNNOTICED_MS } from './ActivityBar'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

type Answer = { answer: (value: string) => void; promise: Promise<string> }
const open = (): Answer => {
  let answer: (value: string) => void = () => undefined
  const promise = new Promise<string>((resolve) => {
    answer = resolve
  })
  return { promise, answer }
}
function Asks({ name, request, quiet = false }: { name: string; request: Answer; quiet?: boolean }) {
  useQuery({ queryKey: [name], queryFn: () => request.promise, meta: { quiet } })
  return null
}
function show(...children: React.ReactNode[]) {
  const { container } = render(
    <QueryClientProvider client={seededClient()}>
      <ActivityBar />
      {children}
    </QueryClientProvider>,
  )
  return () => container.querySelector('[data-busy]')?.getAttribute('data-busy') === 'true'
}
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

test('requests are counted: the sign stays until the last of them is answered', async () => {
  const [first, second] = [open(), open()]
  const isBusy = show(<Asks key="1" name="1" request={first} />, <Asks key="2" name="2" request={second} />)
  await pass(UNNOTICED_MS)
  expect(isBusy()).toBe(true)
  first.answer('1')
  await pass(0)
  expect(isBusy()).toBe(true)
  second.answer('2')
  await pass(0)
  expect(isBusy()).toBe(false)
})

test('what is answered at once shows nothing, and what asks quietly neither', async () => {
  const [quick, quiet] = [open(), open()]
  const isBusy = show(
    <Asks key="1" name="1" request={quick} />,
    <Asks key="2" name="2" request={quiet} quiet />,
  )
  await pass(UNNOTICED_MS - 1)
  quick.answer('1')
  await pass(UNNOTICED_MS * 2)
  expect(isBusy()).toBe(false)
})

test('what is sent counts as well, but not while it waits for the network', async () => {
  function Sends() {
    const { mutate } = useMutation({ mutationFn: () => open().promise, networkMode: 'online' })
    return (
      <button type="button" onClick={() => mutate()}>
        Send
      </button>
    )
  }
  const isBusy = show(<Sends key="1" />)
  const send = () => screen.getByRole('button', { name: 'Send' }).click()
  onlineManager.setOnline(false)
  act(send)
  await pass(UNNOTICED_MS)
  expect(isBusy()).toBe(false)
  onlineManager.setOnline(true)
  act(send)
  await pass(UNNOTICED_MS)
  expect(isBusy()).toBe(true)
})
