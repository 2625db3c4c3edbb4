import { afterEach, expect, test, vi } from 'vitest'
import { startRunner } from './runner'

vi.mock('@/data/changes', () => ({ listenToChanges: () => () => undefined }))

const ADA = '11111111-1111-4111-8111-111111111111'

afterEach(() => {
  vi.restoreAllMocks()
})

/** @returns what the runner wrote to the console when this was the answer to its claim */
async function refusedWith(message: string): Promise<string[]> {
  const said = vi.spyOn(console, 'info').mockImplementation(() => undefined)
  let claims = 0
  vi.stubGlobal('fetch', (input: RequestInfo | URL) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    if (!pathname.endsWith('claim_generation')) return Promise.resolve(Response.json([]))
    claims++
    return Promise.resolve(Response.json({ code: 'PT409', message }, { status: 409 }))
  })
  const stop = startRunner(ADA, { worker: 'a tab' })
  await vi.waitFor(() => expect(claims).toBeGreaterThan(0))
  await new Promise((resolve) => setTimeout(resolve, 50))
  stop()
  return said.mock.calls.map(([text]) => String(text)).filter((text) => /films to make/.test(text))
}

test('a refused claim is written down for whoever looks for the cause', async () => {
  expect(await refusedWith('something_else')).toHaveLength(1)
})
