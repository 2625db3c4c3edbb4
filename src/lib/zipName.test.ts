import { describe, expect, test } from 'vitest'
import { makeUnique, zipName } from './zipName'

describe('a name in an archive', () => {
  test.each([
    ['lake.jpg', 'jpg', 'lake.jpg'],
    ['IMG_0001.HEIC', 'jpg', 'IMG_0001.jpg'],
    ['no extension', 'jpg', 'no extension.jpg'],
    ['../../etc/passwd', 'jpg', '_.._etc_passwd.jpg'],
    ['C:\\windows\\evil.exe', 'jpg', 'C__windows_evil.jpg'],
    ['a\u202egpj.exe', 'jpg', 'a_gpj.jpg'],
    ['line\nbreak\0.png', 'png', 'line_break_.png'],
    ['what?*"<>|.mp3', 'mp3', 'what______.mp3'],
    ['...', 'jpg', 'file.jpg'],
    ['', 'jpg', 'file.jpg'],
    ['con.jpg', 'jpg', '_con.jpg'],
    ['ends with dots...', 'jpg', 'ends with dots.jpg'],
    ['家族 🏖️.jpg', 'jpg', '家族 🏖️.jpg'],
  ])('%j becomes one that every system can unpack', (name, extension, safe) => {
    expect(zipName(name, extension)).toBe(safe)
  })

  test('is cut where it is too long, and never inside a character', () => {
    const name = zipName(`${'👨‍👩‍👧'.repeat(40)}.jpg`, 'jpg')
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(184)
    expect(name.replaceAll('👨‍👩‍👧', '')).toBe('.jpg')
  })
})

test('names that are taken get a number, whatever the case of their letters', () => {
  const unique = makeUnique()
  expect(
    ['a/lake.jpg', 'a/lake.jpg', 'a/Lake.jpg', 'b/lake.jpg', 'a/lake.jpg', 'a/lake (2).jpg', 'x'].map(unique),
  ).toEqual([
    'a/lake.jpg',
    'a/lake (2).jpg',
    'a/Lake (3).jpg',
    'b/lake.jpg',
    'a/lake (4).jpg',
    'a/lake (2) (2).jpg',
    'x',
  ])
})
