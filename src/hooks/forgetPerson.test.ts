import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changePagePerson, NOBODYS } from '@/lib/pagePerson'
import { guardCache } from './forgetPerson'

let client: QueryClient
let stop: () => void
beforeEach(() => {
  client = new QueryClient()
  stop = guardCache(client)
})
afterEach(() => {
  stop()
  client.clear()
})

test.each([null, 'ada'])('a page of %o keeps what belongs to it or to nobody, and nothing else', (person) => {
  changePagePerson(person)
  for (const owner of ['ada', 'ben', NOBODYS]) client.setQueryData([owner, 'film'], 'a film')
  const kept = client.getQueryCache().getAll()
  expect(kept.map(({ queryKey }) => queryKey[0])).toEqual(person === null ? [NOBODYS] : [person, NOBODYS])
})
