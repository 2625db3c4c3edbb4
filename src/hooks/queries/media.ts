import { queryOptions, skipToken } from '@tanstack/react-query'
import { findPhotoUses, listLibrary } from '@/data/library'
import { SIGNED_URL_FRESH_MS, signedUrl } from '@/data/signedUrls'
import type { Bucket } from '@/data/uploadOptions'
import type { LibraryPhoto } from '@/domain/libraryPhoto'

export const libraryKey = (userId: string) => [userId, 'media', 'library'] as const

export const mediaQueries = {
  all: (userId: string) => [userId, 'media'] as const,
  /** The person's whole library, newest first; while it comes, what is there already. */
  library: (userId: string) =>
    queryOptions({
      queryKey: libraryKey(userId),
      queryFn: ({ signal, client, queryKey }): Promise<LibraryPhoto[]> =>
        listLibrary(signal, (soFar) => {
          // The first time there is nothing to show but this; later the old whole is better than a new part.
          const shown = client.getQueryData<LibraryPhoto[]>(queryKey)
          if (!shown || shown.length < soFar.length) client.setQueryData<LibraryPhoto[]>(queryKey, soFar)
        }),
    }),
  /** In which projects some photos are. */
  uses: (userId: string, ids: readonly string[]) =>
    queryOptions({
      queryKey: [...mediaQueries.all(userId), 'uses', ids] as const,
      queryFn: ({ signal }) => findPhotoUses(ids, signal),
      staleTime: 0,
      gcTime: 0,
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
