import { withRetry } from '@/data/retry'
import { uploadObject } from '@/data/upload'
import { completeGeneration, reserveOutput, type Progress } from '@/data/videos'
import type { Video } from '@/domain/video'
import { abortable } from '@/lib/abortable'
import type { Lease } from './lease'
import { uploading } from './progress'

type Delivery = {
  key: { jobId: string; token: string }
  film: {
    file: Blob
    mimeType: string
    width: number
    height: number
    durationSeconds: number
    thumbnail: Blob
    skippedPhotoIds: string[]
  }
  lease: Lease
  signal: AbortSignal
  report: (progress: Progress) => void
}

/**
 * A finished film was minutes of work: a line that is down for a while must not cost it. The attempt ends through the
 * lease, not through impatience.
 */
const PATIENCE = { attempts: 40 }

/** Upload a film and its thumbnail and declare the job done. Everything others can see follows a confirmed lease. */
export async function deliverFilm({ key, film, lease, signal, report }: Delivery): Promise<Video> {
  const began = performance.now()
  const moved = (fraction: number) => report(uploading(fraction, (performance.now() - began) / 1000))
  moved(0)
  // The type decides the path's extension; codec parameters do not belong in it.
  const file = film.file.slice(0, film.file.size, film.mimeType.split(';')[0] ?? film.mimeType)
  const send = async (body: Blob, onProgress: (fraction: number) => void) => {
    await abortable(lease.confirm(), signal)
    const path = await withRetry(() => reserveOutput(key, body, signal), { signal, ...PATIENCE })
    await uploadObject('videos', path, body, { signal, onProgress, ...PATIENCE })
    return path
  }
  const thumbnailPath = await send(film.thumbnail, () => undefined)
  const path = await send(file, moved)

  await abortable(lease.confirm(), signal)
  const { width, height, durationSeconds, skippedPhotoIds } = film
  // Declared and the answer lost: asking again by the same token returns the same film.
  const facts = { path, thumbnailPath, width, height, durationSeconds, skippedPhotoIds }
  return withRetry(() => completeGeneration(key, facts), { signal, ...PATIENCE })
}
