import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { nearestTown, unpackTowns, type Towns } from './towns'

let towns: Towns
beforeAll(async () => {
  towns = await unpackTowns(new Blob([await readFile('src/media/places/towns.dat')]))
})
const at = (latitude: number, longitude: number) => nearestTown(towns, { latitude, longitude })

it('a photo in a town was taken in that town', () => {
  expect(at(46.3381, 13.5522)).toMatchObject({ id: 3203611, name: 'Bovec', country: 'SI' })
  expect(at(43.4672, 11.8811)).toMatchObject({ name: 'Arezzo', country: 'IT' })
  expect(at(-33.8915, 151.2767)).toMatchObject({ country: 'AU' })
})

it('a town is told with its own middle, never with the place of the photo', () => {
  const [here, there] = [at(46.34, 13.56), at(46.331, 13.54)]
  expect(here).toEqual(there)
  expect(Math.abs((here?.latitude ?? 0) - 46.338)).toBeLessThan(0.01)
})

it('at the edge of a city it is the city, not the village that is a little nearer', () => {
  expect(at(48.135, 11.62)?.name).toBe('Munich')
})

it('a town beyond the date line is near all the same', () => {
  const village: Towns = {
    count: 1,
    ids: Uint32Array.of(7),
    latitudes: Int16Array.of(-6117),
    longitudes: Int16Array.of(32760),
    populations: Uint8Array.of(80),
    countries: Uint8Array.of(0),
    countryCodes: ['FJ'],
    names: ['Beyond'],
  }
  expect(nearestTown(village, { latitude: -16.8, longitude: -179.99 })).toMatchObject({ name: 'Beyond' })
  expect(nearestTown(village, { latitude: -16.8, longitude: -178 })).toBeNull()
})

it('in the middle of the sea there is no town', () => {
  expect(at(45, -40)).toBeNull()
  expect(at(-89.9, 10)).toBeNull()
})

it('names keep their letters', () => {
  expect(at(35.6895, 139.6917)?.name).toBe('Tokyo')
  expect(at(47.3667, 8.55)?.name).toBe('Zürich')
})
