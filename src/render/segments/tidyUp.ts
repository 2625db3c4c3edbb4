import { sweepFilms } from '../workspace'
import { MOST_MILLISECONDS } from './planRoom'
import { DiskSegmentStore } from './SegmentStore'

/** Deletes what is kept of films for too long, and what crashed ones have left; for a page that has nothing else to do. */
export async function tidyUp(): Promise<void> {
  await sweepFilms()
  const store = await DiskSegmentStore.open()
  await store.evict({ mostBytes: Infinity, mostMilliseconds: MOST_MILLISECONDS })
}
