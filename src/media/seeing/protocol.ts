import type { Analysis } from '@/domain/analysis'
import type { PhotoFacts } from '@/domain/photo'

/** What the seeing worker does. */
export interface SeeingWorker {
  /** Null when the photo cannot be decoded; parts that could not be seen are left at nothing. */
  see(file: Blob, facts: PhotoFacts): Promise<Analysis | null>
}
