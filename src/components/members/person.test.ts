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
  const people = Array.from({ length: 60 }, () => crypto.randomUUID())
  expect(people.map(personColor)).toEqual(people.map(personColor))
  expect(new Set(people.map(personColor)).size).toBeGreaterThan(6)
})

/** WCAG 2: the relative luminance of `#rrggbb`, 0..1. */
function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

it('writes white on a colour that it can be read on', () => {
  const colors = new Set(Array.from({ length: 400 }, () => personColor(crypto.randomUUID())))
  expect(colors.size).toBe(12)
  expect([...colors].filter((color) => 1.05 / (luminance(color) + 0.05) < 4.5)).toEqual([])
})

it('has a word for somebody without a name', () => {
  expect(personName('  ')).toBe('Somebody')
})
