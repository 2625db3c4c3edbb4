import { QueryClient, type MutationOptions } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createProject, must, signUp, type Person } from '../people'
import { startWorld, type World } from '../generation/world'
import { DEFAULT_MUSIC } from '@/domain/music'

let world: World
let members: typeof import('@/hooks/queries/members')
let mutations: typeof import('@/hooks/queries/memberMutations')
let projects: typeof import('@/hooks/queries/projects').projectQueries
let data: typeof import('@/data/members')
let billing: typeof import('@/data/billing')
beforeAll(async () => {
  world = await startWorld()
  members = await import('@/hooks/queries/members')
  mutations = await import('@/hooks/queries/memberMutations')
  ;({ projectQueries: projects } = await import('@/hooks/queries/projects'))
  data = await import('@/data/members')
  billing = await import('@/data/billing')
})
afterAll(() => world.close())

let me: string
let myEmail: string
let peer: Person
let client: QueryClient
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  me = await world.newPerson()
  const [row] = await world.server.sql<{ email: string }>(`select email from auth.users where id = '${me}'`)
  myEmail = row?.email ?? ''
  peer = await signUp(world.server, 'Eve')
  client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })
})
afterEach(() => client.clear())

const run = <T, V, C>(options: MutationOptions<T, Error, V, C>, variables: V): Promise<T> =>
  client.getMutationCache().build(client, options).execute(variables)
const settled = () => vi.waitFor(() => expect(client.isMutating() + client.isFetching()).toBe(0), 20_000)
const roles = async (projectId: string) =>
  (await data.listMembers(projectId)).map(({ displayName, role }) => `${displayName} ${role}`)

describe('somebody who shares a project', () => {
  let projectId: string
  beforeEach(async () => {
    projectId = crypto.randomUUID()
    const { createProject: create } = await import('@/data/projects')
    await create(projectId, {
      title: 'Lake',
      description: '',
      style: 'classic',
      durationSeconds: 60,
      aspectRatio: '16:9',
      music: DEFAULT_MUSIC,
    })
    await client.fetchQuery(members.invitationQueries.ofProject(me, projectId))
  })
  const pending = () =>
    client
      .getQueryData(members.invitationQueries.ofProject(me, projectId).queryKey)
      ?.map(({ email, role }) => `${email} ${role}`)

  test('invites, changes their mind, withdraws; all of it is shown at once and harmless to repeat', async () => {
    const invite = (role: 'viewer' | 'editor') =>
      run(mutations.inviteOptions(client, me), { projectId, email: peer.email, role })
    const first = await invite('viewer')
    const again = await invite('editor')
    expect(again.id).toBe(first.id)
    expect(pending()).toEqual([`${peer.email} editor`])
    const withdraw = () => run(mutations.withdrawOptions(client, me), { projectId, invitationId: first.id })
    const withdrawing = withdraw()
    expect(pending()).toEqual([])
    await withdrawing
    await withdraw()
    await settled()
    expect(await data.listInvitations(projectId)).toEqual([])
    await expect(
      run(mutations.inviteOptions(client, me), { projectId, email: myEmail, role: 'viewer' }),
    ).rejects.toMatchObject({ code: 'own_email' })
  })

  test('sees who came, changes what they may do and takes them out; a refusal puts back that row alone', async () => {
    const { id } = await data.inviteMember(projectId, peer.email, 'viewer')
    must(await peer.client.rpc('accept_invitation', { invitation: id }))
    expect(await roles(projectId)).toEqual(['Ada owner', 'Eve viewer'])
    const query = members.memberQueries.ofProject(me, projectId)
    await client.fetchQuery(query)
    const shown = () => client.getQueryData(query.queryKey)?.map(({ role }) => role)

    const changing = run(mutations.roleOptions(client, me), { projectId, memberId: peer.id, role: 'editor' })
    expect(shown()).toEqual(['owner', 'editor'])
    await changing
    expect(await roles(projectId)).toEqual(['Ada owner', 'Eve editor'])

    world.line.fail(/DELETE .*project_members/, { status: 403, body: { code: '42501', message: 'no' } })
    const remove = () => run(mutations.removeMemberOptions(client, me), { projectId, memberId: peer.id })
    const failing = remove()
    expect(shown()).toEqual(['owner'])
    await expect(failing).rejects.toMatchObject({ code: '42501' })
    expect(shown()).toEqual(['owner', 'editor'])
    await remove()
    await settled()
    expect(await roles(projectId)).toEqual(['Ada owner'])
    await expect(data.changeRole(projectId, peer.id, 'viewer')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('somebody who was invited', () => {
  let projectId: string
  let invitationId: string
  beforeEach(async () => {
    projectId = await createProject(peer, 'Theirs')
    const args = { project: projectId, email: myEmail, role: 'editor' }
    invitationId = must(await peer.client.rpc('invite_member', args)).id
    await client.fetchQuery(members.invitationQueries.mine(me))
  })
  const waiting = () => client.getQueryData(members.invitationQueries.mine(me).queryKey)?.length

  test('is asked, joins, works on it and leaves', async () => {
    const [invitation] = await data.listReceivedInvitations()
    expect(invitation).toMatchObject({ id: invitationId, projectId, title: 'Theirs', role: 'editor' })
    expect(invitation?.invitedByName).toBe('Eve')
    expect((await client.fetchQuery(projects.list(me))).total).toBe(0)

    const accepting = run(mutations.acceptOptions(client, me), { invitationId })
    expect(waiting()).toBe(0)
    expect(await accepting).toBe(projectId)
    expect(await run(mutations.acceptOptions(client, me), { invitationId })).toBe(projectId)
    const list = await client.fetchQuery({ ...projects.list(me), staleTime: 0 })
    expect(list.projects).toMatchObject([{ id: projectId, userId: peer.id, title: 'Theirs' }])

    await run(mutations.removeMemberOptions(client, me), { projectId, memberId: me })
    expect(client.getQueryData(projects.list(me).queryKey)).toMatchObject({ total: 0, projects: [] })
    await settled()
    expect(await data.listMembers(projectId)).toEqual([])
  })

  test('says no; an answer that fails leaves the question', async () => {
    world.line.fail(/POST .*decline_invitation/, { status: 403, body: { code: '42501', message: 'no' } })
    const decline = () => run(mutations.declineOptions(client, me), { invitationId })
    await expect(decline()).rejects.toMatchObject({ code: '42501' })
    expect(waiting()).toBe(1)
    await decline()
    await decline()
    await expect(data.acceptInvitation(invitationId)).rejects.toMatchObject({ code: 'invitation_gone' })
    expect(waiting()).toBe(0)
  })
})

test('what is paid for and what was billed is read by whom it concerns alone', async () => {
  const signal = AbortSignal.timeout(20_000)
  expect(await billing.getSubscription(me, signal)).toBeNull()
  expect(await billing.listInvoices(me, signal)).toEqual([])
  await world.server.sql(
    `insert into public.subscriptions values ('${me}', 'pro', 'active', now() + interval '1 month')`,
  )
  await world.server.sql(`
    insert into public.invoices
      (user_id, number, amount_cents, currency, status, hosted_url, period_start, period_end, issued_at)
    values
      ('${me}', 'A-1', 900, 'EUR', 'paid', null, '2025-10-01', '2025-10-31', '2025-10-01'),
      ('${me}', 'A-2', 900, 'EUR', 'open', 'https://pay.example/2', '2025-11-01', '2025-11-30', '2025-11-01'),
      ('${peer.id}', 'B-1', 1, 'EUR', 'paid', null, '2025-11-01', '2025-11-30', '2025-11-01')`)
  expect(await billing.getSubscription(me, signal)).toMatchObject({ planId: 'pro', status: 'active' })
  const invoices = await billing.listInvoices(me, signal)
  expect(invoices.map(({ number, amountCents, hostedUrl }) => [number, amountCents, hostedUrl])).toEqual([
    ['A-2', 900, 'https://pay.example/2'],
    ['A-1', 900, null],
  ])
  expect(await billing.getSubscription(peer.id, signal)).toBeNull()
  expect(await billing.listInvoices(peer.id, signal)).toEqual([])
})

test('a name is shown at once, taken back when it is refused, and the plan is not the person’s to write', async () => {
  const profile = await import('@/hooks/queries/profile')
  const { updateProfileOptions } = await import('@/hooks/queries/profileMutations')
  const { supabase } = await import('@/lib/supabase')
  const query = profile.profileQueries.me(me)
  await client.fetchQuery(query)
  const shown = () => client.getQueryData(query.queryKey)?.displayName
  const rename = (displayName: string) => run(updateProfileOptions(client, me), { displayName })
  const renaming = rename('Lovelace')
  expect(shown()).toBe('Lovelace')
  expect(await renaming).toMatchObject({ displayName: 'Lovelace', subscriptionPlan: 'free' })
  world.line.fail(/PATCH .*users/, { status: 403, body: { code: '42501', message: 'no' } })
  const failing = rename('Nobody')
  expect(shown()).toBe('Nobody')
  await expect(failing).rejects.toMatchObject({ code: '42501' })
  expect(shown()).toBe('Lovelace')
  const cheat = await supabase.from('users').update({ subscription_plan: 'pro' }).eq('id', me)
  expect(cheat.error?.code).toBe('42501')
  // A person whose row is gone is told so.
  await world.server.sql(`delete from public.users where id = '${me}'`)
  await expect(client.fetchQuery({ ...query, staleTime: 0 })).rejects.toMatchObject({ code: 'PGRST116' })
})
