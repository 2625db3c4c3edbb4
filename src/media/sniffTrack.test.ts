import { expect, test } from 'vitest'
import { sniffTrack } from './sniffTrack'

const head = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test.each([
  ['ID3\x04\0\0\0\0\0\0', 'audio/mpeg'],
  ['\xff\xfb\x90\x64', 'audio/mpeg'],
  ['\xff\xf3\x40\xc0', 'audio/mpeg'],
  ['\xff\xf1\x50\x80', 'audio/aac'],
  ['\xff\xf9\x50\x80', 'audio/aac'],
  ['RIFF\x24\0\0\0WAVEfmt ', 'audio/wav'],
  ['OggS\0\x02', 'audio/ogg'],
  ['fLaC\0\0\0\x22', 'audio/flac'],
  ['\0\0\0\x20ftypM4A ', 'audio/mp4'],
] as const)('a file that begins with %j is %s', (text, type) => {
  expect(sniffTrack(head(text))).toBe(type)
})

test.each(['', '\xff\xd8\xff\xe0', 'RIFF\x24\0\0\0WEBPVP8 ', '<html>', '\x89PNG\r\n\x1a\n'])(
  'a file that begins with %j is no music',
  (text) => expect(sniffTrack(head(text))).toBeNull(),
)
