import { crc32 } from 'node:zlib'

export type Unzipped = Map<string, { bytes: Buffer; modifiedAt: string }>

/**
 * The files of a ZIP archive in which nothing is compressed, found by its directory. Everything that is said twice is
 * compared, and every checksum. @throws Error naming what is wrong
 */
export function readZip(archive: Buffer): Unzipped {
  const files: Unzipped = new Map()
  const { at: start, count, length } = findDirectory(archive)
  let at = start
  for (let index = 0; index < count; index++) {
    must(archive.readUInt32LE(at) === 0x02014b50, `entry ${index} of the directory`)
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      archive.readUInt16LE(at + field),
    )
    const nameEnd = at + 46 + (nameLength ?? 0)
    const name = archive.toString('utf8', at + 46, nameEnd)
    const extra = archive.subarray(nameEnd, nameEnd + (extraLength ?? 0))
    const size = archive.readUInt32LE(at + 24)
    must(archive.readUInt16LE(at + 10) === 0 && archive.readUInt32LE(at + 20) === size, `${name} is stored`)
    must((archive.readUInt16LE(at + 8) & 0x800) !== 0, `${name} says that its name is UTF-8`)
    const near = archive.readUInt32LE(at + 42)
    const header = near === 0xffffffff ? Number(extra.readBigUInt64LE(4)) : near
    const same = [
      [14, 16, 4], // checksum
      [18, 20, 4], // size
      [22, 24, 4],
      [10, 12, 4], // time and date
      [26, 28, 2], // length of the name
    ].every(([local = 0, central = 0, width = 0]) =>
      archive
        .subarray(header + local, header + local + width)
        .equals(archive.subarray(at + central, at + central + width)),
    )
    const dataAt = header + 30 + (nameLength ?? 0) + archive.readUInt16LE(header + 28)
    const bytes = archive.subarray(dataAt, dataAt + size)
    must(archive.readUInt32LE(header) === 0x04034b50 && same, `the header of ${name}`)
    must(
      archive.toString('utf8', header + 30, header + 30 + (nameLength ?? 0)) === name,
      `the name of ${name}`,
    )
    must(crc32(bytes) === archive.readUInt32LE(at + 16), `the checksum of ${name}`)
    must(!files.has(name), `${name} is there once`)
    files.set(name, {
      bytes,
      modifiedAt: timeOf(archive.readUInt16LE(at + 14), archive.readUInt16LE(at + 12)),
    })
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0)
  }
  must(at === start + length, 'the length of the directory')
  return files
}

function findDirectory(archive: Buffer): { at: number; count: number; length: number } {
  const end = archive.length - 22
  must(archive.readUInt32LE(end) === 0x06054b50, 'the end of the archive')
  const [count, length, at] = [
    archive.readUInt16LE(end + 10),
    archive.readUInt32LE(end + 12),
    archive.readUInt32LE(end + 16),
  ]
  if (end < 20 || archive.readUInt32LE(end - 20) !== 0x07064b50) return { count, length, at }
  const end64 = Number(archive.readBigUInt64LE(end - 12))
  must(archive.readUInt32LE(end64) === 0x06064b50, 'the large end of the archive')
  const [manyCount = 0, longLength = 0, farAt = 0] = [32, 40, 48].map((field) =>
    Number(archive.readBigUInt64LE(end64 + field)),
  )
  return { count: manyCount, length: longLength, at: farAt }
}

function timeOf(date: number, time: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}`
  return `${day}T${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`
}

function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(`Wrong in the archive: ${what}`)
}
