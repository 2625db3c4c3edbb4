import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { receivedInvitationSchema, invitationSchema } from '@/domain/invitation'
import { memberSchema } from '@/domain/member'
import { notificationSchema } from '@/domain/notification'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'
import { createProject, must, signUp, until, type Person } from './people'

let server: StartedServer
let ann: Person
let bob: Person
let project: string
beforeAll(async () => {
  server = await startEmbedded({ memory: true })
})
afterAll(() => server.close())
beforeEach(async () => {
  ;[ann, bob] = [await signUp(server, 'Ann'), await signUp(server, 'Bob')]
  project = await createProject(ann, 'Summer at the lake')
})

const invite = async (email = bob.email, role = 'viewer') =>
  invitationSchema.parse(must(await ann.client.rpc('invite_member', { project, email, role })))
const received = async (person: Person) =>
  must(await person.client.rpc('my_invitations')).map((row) => receivedInvitationSchema.parse(row))
const people = async (person: Person) =>
  must(await person.client.rpc('project_people', { project })).map((row) => memberSchema.parse(row))
const toldTo = async ({ client }: Person) =>
  must(await client.from('notifications').select()).map((row) => notificationSchema.parse(row))

it('is sent, heard of, accepted and ended, as the page reads it', async () => {
  const invitation = await invite(bob.email.toUpperCase(), 'editor')
  expect(invitation).toMatchObject({ projectId: project, email: bob.email, role: 'editor' })
  expect(await received(bob)).toMatchObject([
    { id: invitation.id, projectId: project, title: 'Summer at the lake', invitedByName: 'Ann' },
  ])
  expect(await toldTo(bob)).toMatchObject([
    {
      kind: 'project_invited',
      payload: { invitation: invitation.id, project, person: 'Ann', role: 'editor' },
      readAt: null,
      announcedAt: null,
    },
  ])
  expect(await people(bob)).toEqual([])

  expect(must(await bob.client.rpc('accept_invitation', { invitation: invitation.id }))).toBe(project)
  expect(await people(bob)).toMatchObject([
    { userId: ann.id, displayName: 'Ann', role: 'owner', email: null },
    { userId: bob.id, displayName: 'Bob', role: 'editor', email: bob.email },
  ])
  expect(await toldTo(bob)).toEqual([])
  expect(await toldTo(ann)).toMatchObject([{ kind: 'invitation_accepted', payload: { person: 'Bob' } }])

  await ann.client.from('project_members').delete().eq('user_id', bob.id)
  expect(await people(bob)).toEqual([])
  expect(await toldTo(bob)).toMatchObject([{ kind: 'membership_ended' }])
})

it('waits for an account that is made later', async () => {
  const email = `carol-${Date.now()}@example.test`
  await invite(email)
  const carol = { ...(await signUp(server, 'Carol')) }
  expect(await received(carol)).toEqual([])
  const { data } = await carol.client.auth.signUp({ email, password: 'correct horse battery' })
  expect(data.user?.email_confirmed_at).toBeTruthy()
  expect(await received(carol)).toHaveLength(1)
  expect(await toldTo(carol)).toMatchObject([{ kind: 'project_invited' }])
})

it.each([
  [
    'not_allowed',
    403,
    () => bob.client.rpc('invite_member', { project, email: 'x@example.test', role: 'viewer' }),
  ],
  ['bad_email', 400, () => ann.client.rpc('invite_member', { project, email: 'nonsense', role: 'viewer' })],
  ['own_email', 409, () => ann.client.rpc('invite_member', { project, email: ann.email, role: 'viewer' })],
  ['invitation_gone', 404, () => bob.client.rpc('accept_invitation', { invitation: crypto.randomUUID() })],
  ['invitation_gone', 404, () => bob.client.rpc('decline_invitation', { invitation: crypto.randomUUID() })],
])('a refusal is the word %s with status %i', async (message, status, ask) => {
  expect(await ask()).toMatchObject({ status, error: { message, code: `PT${status}` } })
})

describe('the notifications of an invitation', () => {
  it('arrive and go while the invitee listens, and tell nobody else', async () => {
    const heard: string[] = []
    const overheard: string[] = []
    for (const [person, list] of [
      [bob, heard],
      [ann, overheard],
    ] as const) {
      await new Promise<void>((resolve) => {
        person.client
          .channel(`changes:${person.id}`)
          .on('postgres_changes', { event: '*', schema: 'public', table: 'notifications' }, (change) =>
            list.push(change.eventType),
          )
          .subscribe((status) => status === 'SUBSCRIBED' && resolve())
      })
    }
    const { id } = await invite()
    await until(() => heard.length === 1, 'the invitation')
    await ann.client.from('project_invitations').delete().eq('id', id)
    await until(() => heard.length === 2, 'the withdrawal')
    expect(heard).toEqual(['INSERT', 'DELETE'])
    expect(overheard).toEqual([])
    await Promise.all([ann, bob].map(({ client }) => client.removeAllChannels()))
  })

  it('are claimed by one of several tabs', async () => {
    await invite()
    const [notice] = await toldTo(bob)
    const claims = await Promise.all(
      Array.from({ length: 6 }, () =>
        bob.client
          .from('notifications')
          .update({ announced_at: new Date().toISOString() })
          .eq('id', notice?.id ?? '')
          .is('announced_at', null)
          .select('id'),
      ),
    )
    expect(claims.flatMap((claim) => must(claim))).toHaveLength(1)
  })
})
