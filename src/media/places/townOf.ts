import type { Town } from '@/domain/analysis'
import type { Place } from '@/domain/photo'
import { nearestTown, unpackTowns, type Towns } from './towns'
import townsUrl from './towns.dat?url'

let loading: Promise<Towns> | undefined

/** The town near a place, or null. Loads the towns, 1.6 MB, when first asked. Rejects when they cannot be had. */
export async function townOf(place: Place): Promise<Town | null> {
  loading ??= loadTowns()
  try {
    return nearestTown(await loading, place)
  } catch (error) {
    loading = undefined
    throw error
  }
}

async function loadTowns(): Promise<Towns> {
  const response = await fetch(townsUrl)
  if (!response.ok) throw new Error(`the towns could not be loaded (${response.status})`)
  return unpackTowns(await response.blob())
}
