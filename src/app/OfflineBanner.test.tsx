import {
  MutationObserver,
  onlineManager,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OfflineBanner } from './OfflineBanner'

const ADA = 'ada'
const MINUTE_MS = 60_000
let client: QueryClient
beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { networkMode: 'offlineFirst', retry: false } } })
})
afterEach(() => onlineManager.setOnline(true))

/** A page that shows what is cached under these keys. */
function Shows({ keys }: { keys: readonly (readonly string[])[] }) {
  return keys.map((key) => <Shown key={key.join()} queryKey={key} />)
}
function Shown({ queryKey }: { queryKey: readonly string[] }) {
  useQuery({ queryKey, queryFn: () => new Promise<never>(() => undefined), staleTime: Infinity })
  return null
}
const open = (...keys: string[][]) =>
  render(
    <QueryClientProvider client={client}>
      <OfflineBanner userId={ADA} />
      <Shows keys={keys} />
    </QueryClientProvider>,
  )
const aged = (key: string[], minutes: number) =>
  client.setQueryData(key, 'data', { updatedAt: Date.now() - minutes * MINUTE_MS })

test('offline, the banner says how old the oldest of what is on the screen is', () => {
  aged([ADA, 'projects'], 5)
  aged([ADA, 'videos'], 2)
  aged([ADA, 'not on the screen'], 600)
  aged(['eve', 'projects'], 900)
  aged([ADA, 'urls', 'picture'], 40)
  aged([ADA, 'notifications', 'unread'], 50)
  act(() => onlineManager.setOnline(false))
  open([ADA, 'projects'], [ADA, 'videos'], [ADA, 'urls', 'picture'], [ADA, 'notifications', 'unread'])
  expect(screen.getByRole('status')).toHaveTextContent('You are offline. Last updated 5 minutes ago.')
})

test('where nothing is there yet, it claims no age', () => {
  act(() => onlineManager.setOnline(false))
  open([ADA, 'projects'])
  expect(screen.getByRole('status')).toHaveTextContent(/^You are offline\.$/)
})

test('it counts what waits to be sent', async () => {
  act(() => onlineManager.setOnline(false))
  open()
  const wait = (key: string[]) =>
    void new MutationObserver(client, { mutationKey: key, mutationFn: () => Promise.resolve() }).mutate()
  const says = (words: string) => waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(words))
  wait([ADA, 'mutation', 'project.update'])
  wait(['eve', 'mutation', 'photo.move'])
  await says('1 change will be saved when you are back.')
  wait([ADA, 'mutation', 'photo.move'])
  await says('2 changes will be saved when you are back.')
})

test('online, it says nothing', () => {
  aged([ADA, 'projects'], 5)
  open([ADA, 'projects'])
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})
