import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { isCached } from './isCached'

test('finds a row in lists, in pages and inside other rows, of this person alone', () => {
  const client = new QueryClient()
  client.setQueryData(['ada', 'videos'], [{ id: 'film' }])
  client.setQueryData(['ada', 'projects', 'list'], { projects: [{ id: 'project', cover: null }], total: 1 })
  client.setQueryData(['ada', 'photos'], [{ id: 'photo', media: { id: 'file' } }])
  client.setQueryData(['eve', 'videos'], [{ id: 'hers' }])
  const found = ['film', 'project', 'photo', 'file', 'hers', 'nothing'].filter((id) =>
    isCached(client, 'ada', id),
  )
  expect(found).toEqual(['film', 'project', 'photo', 'file'])
})
