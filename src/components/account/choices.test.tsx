import { useQuery } from '@tanstack/react-query'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import type { Profile } from '@/domain/profile'
import { profileQueries } from '@/hooks/queries/profile'
import { useAuthStore } from '@/stores/auth.store'
import { LanguageChoice } from './LanguageChoice'
import { PlacesChoice } from './PlacesChoice'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000 })

/** The row of `users`, and every change of it that was asked for. */
let row: Record<string, unknown>
let asked: unknown[]
let refuse: boolean
beforeEach(() => {
  row = {
    id: ADA,
    email: 'ada@example.com',
    display_name: 'Ada',
    avatar_path: null,
    language: 'en',
    keep_location: false,
    subscription_plan: 'free',
    total_storage_bytes: 0,
    closing_since: null,
  }
  asked = []
  refuse = false
  vi.stubGlobal('fetch', (_input: RequestInfo | URL, { method = 'GET', body }: RequestInit = {}) => {
    if (method !== 'PATCH') return Promise.resolve(Response.json(row))
    if (refuse) return Promise.resolve(Response.json({ message: 'no' }, { status: 403 }))
    const change: object = JSON.parse(typeof body === 'string' ? body : '{}')
    asked.push(change)
    row = { ...row, ...change }
    return Promise.resolve(Response.json(row))
  })
  useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' })
})

const profile: Profile = {
  id: ADA,
  email: 'ada@example.com',
  displayName: 'Ada',
  avatarPath: null,
  language: 'en',
  keepLocation: false,
  subscriptionPlan: 'free',
  totalStorageBytes: 0,
  closingSince: null,
}

/** As the page does: from the cache, so that what is chosen is shown at once. */
function Shown({ of: Choice }: { of: typeof PlacesChoice }) {
  const { data } = useQuery(profileQueries.me(ADA))
  return data ? <Choice profile={data} /> : null
}
function open(Choice: typeof PlacesChoice, change: Partial<Profile> = {}) {
  const client = seededClient()
  client.setQueryData(profileQueries.me(ADA).queryKey, { ...profile, ...change })
  return renderInApp(<Shown of={Choice} />, { client })
}
const keepPlaces = () => screen.getByRole('switch', { name: 'Keep places and times in stored photos' })

test('places are not kept until somebody wants it; the switch says what each means and saves nothing else', async () => {
  open(PlacesChoice)
  expect(keepPlaces()).not.toBeChecked()
  expect(keepPlaces()).toHaveAccessibleDescription(/^Off: .*nothing but the picture is in it/)
  await userEvent.click(keepPlaces())
  expect(keepPlaces()).toBeChecked()
  expect(keepPlaces()).toHaveAccessibleDescription(/^On: the exact place/)
  await waitFor(() => expect(asked).toEqual([{ keep_location: true }]))
})

test('a choice that could not be saved is taken back, and the page says so', async () => {
  refuse = true
  open(PlacesChoice)
  await userEvent.click(keepPlaces())
  expect(await screen.findByRole('alert')).toHaveTextContent('You are not allowed to do this.')
  expect(keepPlaces()).not.toBeChecked()
})

test('the language is one of those there are words in, each by its own name, and is saved alone', async () => {
  open(LanguageChoice)
  const choice = screen.getByRole('combobox', { name: 'Language' })
  expect(choice).toHaveValue('en')
  expect(within(choice).getByRole('option', { name: 'English' })).toHaveAttribute('lang', 'en')
  expect(within(choice).getByRole('option', { name: '日本語' })).toHaveAttribute('lang', 'ja')
  await userEvent.selectOptions(choice, 'Deutsch')
  expect(choice).toHaveValue('de')
  await waitFor(() => expect(asked).toEqual([{ language: 'de' }]))
})

test('a language of another region is ours; one that another version of the page knows is the one spoken here', () => {
  open(LanguageChoice, { language: 'de-AT' })
  expect(screen.getByRole('combobox', { name: 'Language' })).toHaveValue('de')
  cleanup()
  open(LanguageChoice, { language: 'pt-BR' })
  expect(screen.getByRole('combobox', { name: 'Language' })).toHaveValue('en')
  expect(asked).toEqual([])
})
