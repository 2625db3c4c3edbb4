import { expect, it } from 'vitest'
import { initials, personColor, personName } from './person'

it('takes the initials of the first and the last name, whatever the script', () => {
  expect(initials('Ada King Lovelace')).toBe('AL')
  expect(initials('  ben ')).toBe('B')
  expect(initials('Émile Zola')).toBe('ÉZ')
  expect(initials('김 민준')).toBe('김민')
  expect(initials('😀 Smith')).toBe('😀S')
  expect(initials(' ')).toBe('?')
})

it('gives a person the same colour every time, and people different ones', () => {
  const people = Array.from({ length: 40 }, () => crypto.randomUUID())
  expect(people.map(personColor)).toEqual(people.map(personColor))
  expect(new Set(people.map(personColor)).size).toBeGreaterThan(3)
})

it('has a word for somebody without a name', () => {
  expect(personName('  ')).toBe('Somebody')
})
