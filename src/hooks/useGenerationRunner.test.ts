import { renderHook, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { presentMessages } from '@/lib/notify'
import { useIsUnableToMakeFilms } from './filmAbility'
import { useGenerationRunner } from './useGenerationRunner'

const asked: string[] = []
const server = setupServer(
  http.all('*/rest/v1/*', ({ request }) => {
    asked.push(request.url)
    return HttpResponse.json([])
  }),
)
beforeAll(() => server.listen())
afterAll(() => server.close())

// jsdom has no encoder: it is such a browser.
test('a browser that cannot make films says so and claims none', async () => {
  const said: string[] = []
  const stopPresenting = presentMessages((message) => {
    if (message.kind === 'info') said.push(message.text)
  })
  const { result } = renderHook(() => {
    useGenerationRunner('11111111-1111-4111-8111-111111111111')
    return useIsUnableToMakeFilms()
  })
  await waitFor(() => expect(result.current).toBe(true))
  expect(said).toEqual([expect.stringContaining('This browser cannot make films.')])
  expect(asked).toEqual([])
  stopPresenting()
})
