import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { checkedBy } from './checkedBy'

const schema = z.object({
  title: z
    .string()
    .check(z.trim(), z.minLength(1, 'Give it a title'), z.regex(/^[A-Z]/, 'Begin with a capital')),
  seconds: z.number().check(z.minimum(5, 'Longer')),
})
const check = (values: { title: string; seconds: number }) =>
  checkedBy(schema)(values, undefined, { fields: {}, shouldUseNativeValidation: false })

test('what is right is sent as the schema gives it out', () => {
  expect(check({ title: ' Lake ', seconds: 5 })).toEqual({
    values: { title: 'Lake', seconds: 5 },
    errors: {},
  })
})

test('each field that is wrong says the first reason', () => {
  expect(check({ title: '  ', seconds: 1 })).toMatchObject({
    errors: { title: { message: 'Give it a title' }, seconds: { message: 'Longer' } },
  })
  expect(check({ title: 'lake', seconds: 5 })).toEqual({
    values: {},
    errors: { title: expect.objectContaining({ message: 'Begin with a capital' }) },
  })
})
