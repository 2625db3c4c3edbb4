/**
 * A ZIP file around contents that lie on the disk already.
 *
 * [Note: a ZIP without copying] A Blob made of Blobs refers to them: the archive of ten gigabytes costs the memory of its
 * headers and no disk, and can be handed to the browser as a download. Libraries write archives as a stream of their own
 * bytes, so everything would lie on the disk twice before it is saved. Photos, films and music do not get smaller by
 * packing, so they are stored as they are, and nothing is left to do but the headers (APPNOTE.TXT 6.3.10).
 */
export type ZipEntry = {
  /** With `/` between folders; see `zipName`. */
  name: string
  /** What a clock on the wall showed, `2025-11-23T16:12:05`. */
  modifiedAt: string
  /** Of the content, see `crc32`. */
  crc: number
}
type Sized = ZipEntry & { size: number }

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_RECORD = 0x02014b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const END = 0x06054b50
/** Version 2.0, and 4.5 where a number needs 64 bits. */
const VERSION = 20
const VERSION_64 = 45
const NAMES_ARE_UTF8 = 1 << 11
const STORED = 0
const NO_EXTRA = 0
const MOST_16 = 0xffff
const MOST_32 = 0xffffffff

/** @throws RangeError for a content of 4 GiB or more; the archive itself may be larger */
export function zip(entries: readonly (ZipEntry & { content: Blob })[]): Blob {
  const { heads, tail } = zipHeaders(entries.map((entry) => ({ ...entry, size: entry.content.size })))
  const parts: BlobPart[] = entries.flatMap(({ content }, index) => [heads[index] ?? '', content])
  return new Blob([...parts, tail], { type: 'application/zip' })
}

/** What stands before each content, and behind the last one. */
export function zipHeaders(entries: readonly Sized[]): {
  heads: Uint8Array<ArrayBuffer>[]
  tail: Uint8Array<ArrayBuffer>
} {
  const heads: Uint8Array<ArrayBuffer>[] = []
  const records: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const entry of entries) {
    if (entry.size >= MOST_32) throw new RangeError('A file of 4 GiB cannot be in the archive')
    const name = new TextEncoder().encode(entry.name)
    const head = packed([u32(LOCAL_HEADER), ...common(entry, VERSION, name), u16(NO_EXTRA)], name)
    heads.push(head)
    records.push(directoryRecord(entry, name, offset))
    offset += head.length + entry.size
  }
  const length = records.reduce((sum, record) => sum + record.length, 0)
  return { heads, tail: joined([...records, ...endOf(entries.length, offset, length)]) }
}

/** The fields that a file's two headers share, up to the length of its name. */
function common({ modifiedAt, crc, size }: Sized, version: number, name: Uint8Array): Field[] {
  const [date, time] = dosTime(modifiedAt)
  const numbers = [version, NAMES_ARE_UTF8, STORED, time, date]
  return [...numbers.map(u16), u32(crc), u32(size), u32(size), u16(name.length)]
}

function directoryRecord(entry: Sized, name: Uint8Array, offset: number): Uint8Array<ArrayBuffer> {
  const isFar = offset >= MOST_32
  const extra = isFar ? packed([u16(1), u16(8), u64(offset)]) : new Uint8Array()
  const [comment, disk, inside, outside] = [0, 0, 0, 0]
  return packed(
    [
      u32(DIRECTORY_RECORD),
      u16(isFar ? VERSION_64 : VERSION),
      ...common(entry, isFar ? VERSION_64 : VERSION, name),
      ...[extra.length, comment, disk, inside].map(u16),
      u32(outside),
      u32(isFar ? MOST_32 : offset),
    ],
    name,
    extra,
  )
}

function endOf(count: number, offset: number, length: number): Uint8Array<ArrayBuffer>[] {
  const isLarge = count >= MOST_16 || offset >= MOST_32 || length >= MOST_32
  const [disk, disks, comment, following] = [0, 1, 0, 44]
  const end64 = [
    u32(END_64),
    u64(following),
    ...[VERSION_64, VERSION_64].map(u16),
    ...[disk, disk].map(u32),
    ...[count, count, length, offset].map(u64),
    u32(END_64_LOCATOR),
    u32(disk),
    u64(offset + length),
    u32(disks),
  ]
  const fewer = Math.min(count, MOST_16)
  const end = [
    u32(END),
    ...[disk, disk, fewer, fewer].map(u16),
    u32(Math.min(length, MOST_32)),
    u32(Math.min(offset, MOST_32)),
    u16(comment),
  ]
  return [...(isLarge ? [packed(end64)] : []), packed(end)]
}

type Field = readonly [bytes: 2 | 4 | 8, value: number]
const u16 = (value: number): Field => [2, value]
const u32 = (value: number): Field => [4, value]
const u64 = (value: number): Field => [8, value]

/** Numbers, the lowest byte first, and what follows them. */
function packed(fields: readonly Field[], ...rest: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const numbers = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)))
  let at = 0
  for (const [bytes, value] of fields) {
    if (bytes === 2) numbers.setUint16(at, value, true)
    else if (bytes === 4) numbers.setUint32(at, value, true)
    else numbers.setBigUint64(at, BigInt(value), true)
    at += bytes
  }
  return joined([new Uint8Array(numbers.buffer), ...rest])
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Two seconds exact, and nothing before 1980: that is all the format can say. */
function dosTime(modifiedAt: string): [date: number, time: number] {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = modifiedAt
    .split(/\D/)
    .map((part) => Number(part))
  if (!(year >= 1980 && year < 2108)) return [(1 << 5) | 1, 0]
  return [((year - 1980) << 9) | (month << 5) | day, (hour << 11) | (minute << 5) | (second >> 1)]
}
