import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query'
import { listMedia } from '@/data/media'
import { SIGNED_URL_FRESH_MS, signedUrl } from '@/data/signedUrls'
import type { Bucket } from '@/data/uploadOptions'

export const mediaQueries = {
  all: (userId: string) => [userId, 'media'] as const,
  /** A page (from 0) of the person's library, newest first. */
  list: (userId: string, page = 0) =>
    queryOptions({
      queryKey: [...mediaQueries.all(userId), 'list', page] as const,
      queryFn: ({ signal }) => listMedia(userId, page, signal),
      placeholderData: keepPreviousData,
    }),
  /** An address to show a private file under; asked for in batches, renewed before it expires. */
  url: (userId: string, bucket: Bucket, path: string | null) =>
    queryOptions({
      queryKey: [userId, 'urls', bucket, path] as const,
      queryFn: path === null ? skipToken : () => signedUrl(bucket, path),
      staleTime: SIGNED_URL_FRESH_MS,
      gcTime: SIGNED_URL_FRESH_MS,
      meta: { quiet: true },
    }),
}
