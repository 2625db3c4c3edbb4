import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import { receivedInvitationSchema } from '@/domain/invitation'
import { invitationQueries } from '@/hooks/queries/members'
import { presentMessages } from '@/lib/notify'
import { ReceivedInvitations } from './ReceivedInvitations'

const idOf = (n: number) => `${n}0000000-1111-4111-8111-111111111111`
const row = (n: number, title: string) => ({
  id: idOf(n),
  project_id: idOf(n),
  title,
  role: 'editor',
  invited_by_name: 'Ben',
  created_at: '2026-01-01T00:00:00+00:00',
})
const ROWS = [row(1, 'Lake'), row(2, 'Alps')]

/** The answers that the server owes, by the id they were asked for. */
let owed: { id: string; answer: (response: Response) => void }[]
beforeEach(() => {
  owed = []
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    if (!pathname.endsWith('accept_invitation')) return Response.json(ROWS)
    const id = String(Object(JSON.parse(typeof init.body === 'string' ? init.body : '{}')).invitation)
    return new Promise<Response>((answer) => owed.push({ id, answer }))
  })
})

function open() {
  const client = seededClient()
  client.setQueryData(
    invitationQueries.mine(ADA).queryKey,
    ROWS.map((invitation) => receivedInvitationSchema.parse(invitation)),
  )
  return renderInApp(<ReceivedInvitations userId={ADA} />, { client })
}
const accept = (title: string) =>
  userEvent.click(screen.getByRole('button', { name: new RegExp(`^Accept.*${title}`) }))
const refuse = async (n: number) => {
  await waitFor(() => expect(owed.map(({ id }) => id)).toContain(idOf(n)))
  owed.find(({ id }) => id === idOf(n))?.answer(Response.json({ message: 'no' }, { status: 403 }))
}

test('two that were accepted on a bad line can each be accepted again', async () => {
  const stop = presentMessages(() => undefined)
  open()
  await accept('Lake')
  await accept('Alps')
  await refuse(1)
  await refuse(2)
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2))
  await accept('Lake')
  await accept('Alps')
  await waitFor(() => expect(owed.map(({ id }) => id)).toEqual([1, 2, 1, 2].map(idOf)))
  stop()
})

test('the project that was joined is opened, unless the person has gone elsewhere meanwhile', async () => {
  const { router } = open()
  await accept('Lake')
  await accept('Alps')
  await waitFor(() => expect(owed).toHaveLength(2))
  owed[0]?.answer(Response.json(idOf(1)))
  await screen.findByText('another page')
  expect(router.state.location.pathname).toBe(`/projects/${idOf(1)}`)
  owed[1]?.answer(Response.json(idOf(2)))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(router.state.location.pathname).toBe(`/projects/${idOf(1)}`)
})
