import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Invitation } from '@/domain/invitation'
import type { Member, MemberRole } from '@/domain/member'
import { DataError } from '@/lib/errors'
import { InviteForm, type InviteWish } from './InviteForm'
import { PendingInvitations } from './PendingInvitations'
import { PeopleList } from './PeopleList'

const person = (
  userId: string,
  displayName: string,
  role: Member['role'],
  email: string | null = null,
): Member => ({
  userId,
  displayName,
  avatarPath: null,
  email,
  role,
  createdAt: '2026-11-23T00:00:00Z',
})
const people = [
  person('ann', 'Ann', 'owner', 'ann@example.com'),
  person('ben', 'Ben', 'editor', 'ben@example.com'),
  person('cleo', '', 'viewer'),
]

describe('inviting', () => {
  const email = () => screen.getByRole('textbox', { name: 'Email' })
  const press = () => userEvent.click(screen.getByRole('button', { name: 'Invite' }))

  it('says beside the field what is wrong with the address, and asks nobody', async () => {
    const onInvite = vi.fn<(wish: InviteWish) => Promise<void>>(() => Promise.resolve())
    render(<InviteForm onInvite={onInvite} isWaiting={false} />)
    await press()
    expect(email()).toHaveAccessibleDescription('Enter the email address of the person.')
    await userEvent.type(email(), 'somebody at home')
    await press()
    expect(email()).toHaveAccessibleDescription(/does not look right/)
    expect(onInvite).not.toHaveBeenCalled()
  })

  it('asks with the role that was chosen, says who is invited, and is ready for the next', async () => {
    const onInvite = vi.fn<(wish: InviteWish) => Promise<void>>(() => Promise.resolve())
    render(<InviteForm onInvite={onInvite} isWaiting={false} />)
    await userEvent.type(email(), ' ben@example.com ')
    await userEvent.click(screen.getByRole('radio', { name: /Can look/ }))
    await press()
    expect(onInvite).toHaveBeenCalledWith({ email: 'ben@example.com', role: 'viewer' })
    expect(await screen.findByText('ben@example.com is invited')).toBeVisible()
    expect(email()).toHaveValue('')
    expect(email()).toHaveFocus()
  })

  it('says why the server refused, and keeps what was typed', async () => {
    const refusal = new DataError('invite', 'already_member', 409)
    render(<InviteForm onInvite={() => Promise.reject(refusal)} isWaiting={false} />)
    await userEvent.type(email(), 'ben@example.com')
    await press()
    expect(await screen.findByRole('alert')).toHaveTextContent('already belongs to the project')
    expect(email()).toHaveValue('ben@example.com')
  })

  it('says that it waits while the device is offline', () => {
    render(<InviteForm onInvite={() => Promise.resolve()} isWaiting />)
    expect(screen.getByText(/You are offline/)).toBeVisible()
  })
})

describe('the people of a project', () => {
  const managing = () => ({
    onRole: vi.fn<(member: Member, role: MemberRole) => void>(),
    onRemove: vi.fn<(member: Member) => void>(),
  })
  const row = (name: string) => {
    const item = screen.getAllByRole('listitem').find((one) => within(one).queryByText(name))
    if (!item) throw new Error(`Nobody is called ${name}`)
    return within(item)
  }

  it('can be changed by the owner, except the owner', async () => {
    const manage = managing()
    render(<PeopleList people={people} userId="ann" manage={manage} />)
    expect(row('Ann').getByText('Owner')).toBeVisible()
    expect(row('Ann').queryByRole('button')).toBeNull()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Role of Ben' }), 'Can look')
    expect(manage.onRole).toHaveBeenCalledWith(people[1], 'viewer')
  })

  it('are removed only after a second thought, whose harmless answer has the focus', async () => {
    const manage = managing()
    render(<PeopleList people={people} userId="ann" manage={manage} />)
    await userEvent.click(screen.getByRole('button', { name: 'Remove Somebody' }))
    const question = within(screen.getByRole('group', { name: /Remove Somebody\?/ }))
    expect(question.getByRole('button', { name: 'Keep' })).toHaveFocus()
    await userEvent.click(question.getByRole('button', { name: 'Keep' }))
    expect(manage.onRemove).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Remove Somebody' }))
    const again = within(screen.getByRole('group', { name: /Remove Somebody\?/ }))
    await userEvent.click(again.getByRole('button', { name: 'Remove' }))
    expect(manage.onRemove).toHaveBeenCalledWith(people[2])
  })

  it('can only be looked at by everybody else', () => {
    render(<PeopleList people={people} userId="ben" />)
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(row('Ben').getByText('(You)')).toBeVisible()
  })
})

it('an invitation that waits can be withdrawn', async () => {
  const invitation = {
    id: 'i1',
    projectId: 'p1',
    email: 'dan@example.com',
    role: 'editor' as const,
    createdAt: '2026-11-23T00:00:00Z',
    expiresAt: '2026-12-23T12:00:00Z',
  }
  const onWithdraw = vi.fn<(invitation: Invitation) => void>()
  render(<PendingInvitations invitations={[invitation]} onWithdraw={onWithdraw} />)
  expect(screen.getByRole('listitem')).toHaveTextContent('Can edit · open until Dec 23, 2026')
  await userEvent.click(screen.getByRole('button', { name: 'Withdraw the invitation of dan@example.com' }))
  expect(onWithdraw).toHaveBeenCalledWith(invitation)
})
