import { format } from 'node:util'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { storageErrorResponse } from '../../../supabase/embedded/core/storage/storageError'
import { openInProcess, type InProcess } from './inProcess'

let world: InProcess
beforeAll(async () => {
  world = await openInProcess()
})
afterAll(() => world.embedded.close())

/** As Node prints it: with everything that an error carries. */
const printed = (spy: { mock: { calls: unknown[][] } }) =>
  spy.mock.calls.map((call) => format(...call)).join('\n')

it('a fault in the database is printed with its code and its sentence, and without the rows it is about', async () => {
  await world.embedded.database.query(`
    create function public.fault() returns void language plpgsql as $$
    begin
      raise sqlstate 'XX000' using message = 'broken', detail = 'Failing row contains (ann@example.test).';
    end $$`)
  await world.embedded.database.query('grant execute on function public.fault() to authenticated')
  const ann = await world.signUp('Ann')
  const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const answer = await world.ask(ann.token, 'POST', '/rest/v1/rpc/fault', {
    body: '{}',
    headers: { 'content-type': 'application/json', apikey: world.keys.publishable },
  })
  expect(answer.status).toBe(500)
  expect(printed(spy)).toBe('[embedded supabase] XX000: broken')
  spy.mockRestore()
})

it('so is one that storage met with', async () => {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const fault = Object.assign(new Error('broken'), { code: 'XX000', detail: '(ann@example.test)' })
  expect(storageErrorResponse(fault).status).toBe(500)
  expect(printed(spy)).toBe('[embedded supabase] storage: XX000: broken')
  spy.mockRestore()
})
