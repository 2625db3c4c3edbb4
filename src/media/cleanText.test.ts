import { expect, it } from 'vitest'
import { cleanCamera, cleanFilename } from './cleanText'

it('keeps an ordinary file name as it is', () => {
  expect(cleanFilename('Été à la plage (2).jpg')).toBe('Été à la plage (2).jpg')
  expect(cleanFilename('👨‍👩‍👧.jpg')).toBe('👨‍👩‍👧.jpg')
})

it('drops everything that looks like a path', () => {
  expect(cleanFilename('../../a.jpg')).toBe('a.jpg')
  expect(cleanFilename('C:\\Users\\me\\a.jpg')).toBe('a.jpg')
  expect(cleanFilename('..')).toBe('photo')
  expect(cleanFilename('')).toBe('photo')
})

it('drops characters that hide or turn what is read', () => {
  expect(cleanFilename('photo\u202Egpj.exe')).toBe('photogpj.exe')
  expect(cleanFilename('a\0b\nc\u200B\uFEFF.jpg')).toBe('abc.jpg')
  expect(cleanFilename('broken\uD800.jpg')).toBe('broken.jpg')
})

it('shortens an endless name without cutting an emoji in two, and keeps its extension', () => {
  const short = cleanFilename(`${'👩‍🚀'.repeat(300)}.jpeg`)
  expect(short.length).toBeLessThanOrEqual(255)
  expect(short).toMatch(/^(👩‍🚀)+\.jpeg$/u)
})

it('names a camera without saying its maker twice', () => {
  expect(cleanCamera('Canon', 'Canon EOS R5')).toBe('Canon EOS R5')
  expect(cleanCamera('NIKON CORPORATION', 'NIKON D750')).toBe('NIKON D750')
  expect(cleanCamera('Apple', 'iPhone 7')).toBe('Apple iPhone 7')
  expect(cleanCamera('OLYMPUS IMAGING CORP.  ', 'E-P3            ')).toBe('OLYMPUS IMAGING CORP. E-P3')
})

it('names no camera when nothing is left to say', () => {
  expect(cleanCamera(' \0 ', '')).toBeNull()
  expect(cleanCamera('A'.repeat(300), 'B')?.length).toBe(120)
})
