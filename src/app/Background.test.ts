import { expect, test } from 'vitest'
import { changePagePerson } from '@/lib/pagePerson'
import './Background'

test('what an earlier visit has left of uploads goes with their person, although nothing was sent in this one', () => {
  localStorage.setItem('photomemory-upload media/ada/a.jpg 7000000', '{}')
  changePagePerson('11111111-1111-4111-8111-111111111111')
  expect(localStorage).toHaveLength(1)
  changePagePerson(null)
  expect(localStorage).toHaveLength(0)
})
