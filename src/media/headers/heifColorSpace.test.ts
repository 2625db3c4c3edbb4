import { expect, it } from 'vitest'
import { heicHeader, iccProfile } from '../../../tests/fixtures/heic'
import { jpegHeader } from '../../../tests/fixtures/photoHeaders'
import { heifColorSpace } from './heifColorSpace'

it('a HEIC that names Display P3 by its number is in Display P3', () => {
  expect(heifColorSpace(heicHeader({ primaries: 12 }))).toBe('display-p3')
  expect(heifColorSpace(heicHeader({ primaries: 1 }))).toBe('srgb')
})

it('a HEIC with the profile of Display P3, as phones write it, is in Display P3', () => {
  expect(heifColorSpace(heicHeader({ profile: iccProfile([0.5151, 0.2412, -0.0011]) }))).toBe('display-p3')
  expect(heifColorSpace(heicHeader({ profile: iccProfile([0.4361, 0.2225, 0.0139]) }))).toBe('srgb')
})

it('what names no colours, or is cut off, counts as sRGB', () => {
  expect(heifColorSpace(jpegHeader(20, 10))).toBe('srgb')
  const whole = heicHeader({ profile: iccProfile([0.5151, 0.2412, -0.0011]) })
  for (let length = 0; length < whole.length; length += 7) {
    expect(['srgb', 'display-p3']).toContain(heifColorSpace(whole.slice(0, length)))
  }
  expect(heifColorSpace(heicHeader({ profile: iccProfile([0.5151, 0.2412, 0]).slice(0, 150) }))).toBe('srgb')
})
