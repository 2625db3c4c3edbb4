import type { Town } from '@/domain/analysis'
import type { Place } from '@/domain/photo'

/** The world's towns of a thousand people and more, column by column as `compile.mjs` packs them. */
export interface Towns {
  count: number
  ids: Uint32Array
  latitudes: Int16Array
  longitudes: Int16Array
  /** Eighths of a power of two. */
  populations: Uint8Array
  countries: Uint8Array
  countryCodes: string[]
  names: string[]
}

/** Further than this from any town, a photo was taken nowhere in particular. */
const FURTHEST_KM = 40
const KM_PER_DEGREE = 111.2
const SMALL_TOWN = 1000

/** Reads what `compile.mjs` wrote. Rejects when the bytes are something else. */
export async function unpackTowns(packed: Blob): Promise<Towns> {
  const unzipped = packed.stream().pipeThrough(new DecompressionStream('gzip'))
  const buffer = await new Response(unzipped).arrayBuffer()
  const count = new Uint32Array(buffer, 0, 1)[0] ?? 0
  const places = 4 + 4 * count
  const bytes = places + 4 * count
  const text = new TextDecoder().decode(new Uint8Array(buffer, bytes + 2 * count))
  const [countryCodes = '', ...names] = text.split('\n')
  return {
    count,
    ids: new Uint32Array(buffer, 4, count),
    latitudes: new Int16Array(buffer, places, count),
    longitudes: new Int16Array(buffer, places + 2 * count, count),
    populations: new Uint8Array(buffer, bytes, count),
    countries: new Uint8Array(buffer, bytes + count, count),
    countryCodes: countryCodes.split(' '),
    names,
  }
}

/**
 * The town that people would name for a place: the nearest, but a city reaches further than a village. Null where there
 * is none within 40 km.
 *
 * [Note: a city reaches further] Distance counts a half for a town of ten thousand, a third for a hundred thousand and
 * so on: a photo at the edge of a city was taken in that city, not in the village across the hill.
 */
export function nearestTown(towns: Towns, { latitude, longitude }: Place): Town | null {
  const shrink = Math.cos((latitude * Math.PI) / 180)
  let nearest = -1
  let least = Infinity
  for (let i = 0; i < towns.count; i++) {
    const north = latitudeOf(towns, i) - latitude
    if (Math.abs(north) * KM_PER_DEGREE > FURTHEST_KM) continue
    const turned = Math.abs(longitudeOf(towns, i) - longitude)
    const east = Math.min(turned, 360 - turned) * shrink
    const km = Math.hypot(north, east) * KM_PER_DEGREE
    const felt = km / (1 + Math.max(0, Math.log10(populationOf(towns, i) / SMALL_TOWN)))
    if (km <= FURTHEST_KM && felt < least) {
      least = felt
      nearest = i
    }
  }
  return nearest < 0 ? null : townAt(towns, nearest)
}

function townAt(towns: Towns, i: number): Town {
  return {
    id: towns.ids[i] ?? 0,
    name: (towns.names[i] ?? '').slice(0, 120),
    country: towns.countryCodes[towns.countries[i] ?? 0] ?? '',
    latitude: rounded(latitudeOf(towns, i)),
    longitude: rounded(longitudeOf(towns, i)),
  }
}

const latitudeOf = (towns: Towns, i: number): number => ((towns.latitudes[i] ?? 0) / 32767) * 90
const longitudeOf = (towns: Towns, i: number): number => ((towns.longitudes[i] ?? 0) / 32767) * 180
const populationOf = (towns: Towns, i: number): number => 2 ** ((towns.populations[i] ?? 0) / 8)
const rounded = (degrees: number): number => Math.round(degrees * 1000) / 1000
