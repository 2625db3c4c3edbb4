import { NO_RIGHT } from '../engines'
import { allButOwner, everybody, ownFolder, seeNothing, somethingOrNothing, type Call } from './rpcCall'

/** The functions about files, accounts and people, called on what is the owner's or the viewer's. */
export const accountCalls: Call[] = [
  {
    name: 'reserve_upload',
    sql: `select reserve_upload('media', 1000, 'image/jpeg') as path`,
    says: ownFolder,
    answers: everybody('own folder'),
  },
  {
    name: 'reserve_upload of a file of the owner',
    sql: `select reserve_upload('media', 1000, 'image/jpeg', substr($1, 38, 36)::uuid) as path`,
    parameters: (world) => [world.id('file owner announced')],
    says: ownFolder,
    answers: everybody('own folder'),
  },
  {
    name: 'leftover_files',
    sql: 'select path from leftover_files()',
    before: (play) => play.admin(`update private.uploads set expires_at = now() - interval '1 second'`),
    says: ownFolder,
    answers: everybody('own folder'),
  },
  {
    name: 'export_my_account',
    sql: `select export_my_account() as data`,
    says: ([row], caller) => {
      const data = JSON.stringify(row?.data)
      return data.includes(`"user":{"id":"${caller.id}"`) && !data.includes('"token"')
        ? 'own data'
        : 'foreign data'
    },
    answers: everybody('own data'),
  },
  {
    name: 'my_files',
    sql: `select file ->> 'path' as path from jsonb_array_elements(my_files()) as file`,
    says: ownFolder,
    answers: everybody('own folder'),
  },
  {
    name: 'close_my_account',
    sql: 'select close_my_account()',
    answers: everybody('accepted'),
  },
  {
    name: 'keep_my_account',
    sql: 'select keep_my_account()',
    before: (play) => play.admin('update users set closing_since = now()'),
    answers: everybody('accepted'),
  },
  {
    name: 'delete_my_account while files are left',
    sql: 'select delete_my_account()',
    answers: everybody('PT409 files_remain'),
  },
  {
    name: 'delete_my_account of an account that stays, if it is going',
    sql: 'select delete_my_account(true)',
    before: (play) => play.admin('delete from storage.objects'),
    answers: everybody('PT409 account_kept'),
  },
  {
    name: 'delete_my_account',
    sql: 'select delete_my_account()',
    before: (play) => play.admin('delete from storage.objects'),
    answers: everybody('accepted'),
  },
  {
    name: 'invite_member',
    sql: `select invite_member($1, 'accomplice@example.com', 'editor')`,
    parameters: (world) => [world.id('project shared')],
    answers: allButOwner('PT403 not_allowed', 'accepted'),
  },
  {
    name: 'my_invitations',
    sql: 'select * from my_invitations()',
    says: somethingOrNothing,
    answers: { ...everybody('nothing'), ...seeNothing, viewer: 'something' },
  },
  {
    name: 'accept_invitation for the viewer',
    sql: 'select accept_invitation($1)',
    parameters: (world) => [world.id('invitation owner viewer')],
    answers: { ...everybody('PT404 invitation_gone'), viewer: 'accepted' },
  },
  {
    name: 'decline_invitation for the viewer',
    sql: 'select decline_invitation($1)',
    parameters: (world) => [world.id('invitation owner viewer')],
    answers: { ...everybody('PT404 invitation_gone'), viewer: 'accepted' },
  },
  {
    name: 'project_people of the shared project',
    sql: 'select * from project_people($1)',
    parameters: (world) => [world.id('project shared')],
    says: somethingOrNothing,
    answers: { ...everybody('something'), ...seeNothing, stranger: 'nothing' },
  },
  {
    name: 'project_people of a private project of the owner',
    sql: 'select * from project_people($1)',
    parameters: (world) => [world.id('project owner private')],
    says: somethingOrNothing,
    answers: { ...allButOwner('nothing', 'something'), ...seeNothing },
  },
  {
    name: 'record_billing_event which is the service role’s alone',
    sql: 'select record_billing_event($1)',
    parameters: (world) => [
      JSON.stringify({
        id: 'evt_forged',
        kind: 'customer.subscription.created',
        happened_at: '2025-11-01T00:00:00Z',
        customer: 'cus_forged',
        person: world.id('stranger'),
        subscription: { id: 'sub_forged', plan_id: 'enterprise', status: 'active', stage: 0 },
      }),
    ],
    answers: { ...everybody(NO_RIGHT), 'deleted account': NO_RIGHT, 'token of nobody': NO_RIGHT },
  },
]
