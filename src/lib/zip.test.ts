// @vitest-environment node
import { crc32 as nodeCrc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { readZip } from '../../tests/readZip'
import { crc32, crc32Of } from './crc32'
import { zip, zipHeaders } from './zip'

const { signal } = new AbortController()
const entry = async (name: string, text: string, modifiedAt = '2025-11-23T16:12:06') => {
  const content = new Blob([text])
  return { name, modifiedAt, content, crc: await crc32Of(content, signal) }
}
const bytesOf = async (archive: Blob) => Buffer.from(await archive.arrayBuffer())

test('the checksum is the one of everybody, also of bytes that come in parts', () => {
  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 37) & 255))
  expect(crc32(bytes)).toBe(nodeCrc32(bytes))
  expect(crc32(bytes.subarray(123), crc32(bytes.subarray(0, 123)))).toBe(nodeCrc32(bytes))
  expect(crc32(new Uint8Array())).toBe(0)
})

test('what was put in comes out, with its name in every script and its time', async () => {
  const archive = zip([
    await entry('account.json', '{}'),
    await entry('photos/Größe 家族 🎉.jpg', 'pixels', '2019-02-28T23:59:58'),
    await entry('photos/nothing.jpg', ''),
  ])
  expect(archive.type).toBe('application/zip')
  const files = readZip(await bytesOf(archive))
  expect([...files].map(([name, { bytes, modifiedAt }]) => [name, bytes.toString(), modifiedAt])).toEqual([
    ['account.json', '{}', '2025-11-23T16:12:06'],
    ['photos/Größe 家族 🎉.jpg', 'pixels', '2019-02-28T23:59:58'],
    ['photos/nothing.jpg', '', '2025-11-23T16:12:06'],
  ])
})

test('a time that the format cannot say is its first day', async () => {
  const files = readZip(
    await bytesOf(zip([await entry('a', 'a', '1969-07-20T20:17:40'), await entry('b', 'b', 'nonsense')])),
  )
  expect([...files.values()].map(({ modifiedAt }) => modifiedAt)).toEqual([
    '1980-01-01T00:00:00',
    '1980-01-01T00:00:00',
  ])
})

test('nothing at all is an archive too', async () => {
  expect(readZip(await bytesOf(zip([])))).toEqual(new Map())
})

test('more files than a small archive can count are all found', async () => {
  const { crc, modifiedAt } = await entry('', 'x')
  const many = Array.from({ length: 65_536 }, (_, index) => ({ name: `${index}`, crc, size: 1, modifiedAt }))
  const { heads, tail } = zipHeaders(many)
  const archive = Buffer.concat([...heads.flatMap((head) => [head, Buffer.from('x')]), tail])
  expect(readZip(archive).size).toBe(65_536)
})

test('what lies behind the first four gigabytes is named by its true place', async () => {
  const GB = 1024 ** 3
  const large = (name: string) => ({ name, modifiedAt: '2025-11-23T16:12:06', crc: 7, size: 3 * GB })
  const { heads, tail } = zipHeaders([large('a'), large('b'), large('c')])
  const headLength = heads[0]?.length ?? 0
  const records = Buffer.from(tail)
  const third = records.lastIndexOf('c')
  // The place is in the extra field behind the name, and the small field says so.
  expect(records.readUInt32LE(third - 4)).toBe(0xffffffff)
  expect(Number(records.readBigUInt64LE(third + 5))).toBe(2 * (headLength + 3 * GB))
  const second = records.indexOf('b')
  expect(records.readUInt32LE(second - 4)).toBe(headLength + 3 * GB)
  const end64 = records.length - 22 - 20 - 56
  expect(records.readUInt32LE(end64)).toBe(0x06064b50)
  expect(Number(records.readBigUInt64LE(end64 + 48))).toBe(3 * (headLength + 3 * GB))
  expect(() => zipHeaders([{ ...large('d'), size: 4 * GB }])).toThrow(RangeError)
})
