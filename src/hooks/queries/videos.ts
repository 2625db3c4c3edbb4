import { queryOptions, skipToken, useMutation, useQueryClient } from '@tanstack/react-query'
import { downloadUrl, SIGNED_URL_FRESH_MS, signedUrl } from '@/data/signedUrls'
import { findVideo, listProjectVideos, listRecentVideos, retryGeneration } from '@/data/videos'
import type { Video } from '@/domain/video'
import { DataError } from '@/lib/errors'
import { newestOf, projectVideosKey, queueKey, receiveVideos, videoKey, videosKey } from './videoCache'
import { announceFilm, askForFilms, cancelOptions, filmsOf, generateOptions } from './videoMutations'

export const videoQueries = {
  all: videosKey,
  /** The person's newest films of every state: the generation queue. */
  queue: (userId: string) =>
    queryOptions({
      queryKey: queueKey(userId),
      queryFn: async ({ signal, client, queryKey }): Promise<Video[]> =>
        receiveVideos(client, userId, queryKey, await listRecentVideos(userId, signal)),
    }),
  /** A project's films, newest first: its history. */
  ofProject: (userId: string, projectId: string) =>
    queryOptions({
      queryKey: projectVideosKey(userId, projectId),
      queryFn: async ({ signal, client, queryKey }): Promise<Video[]> =>
        receiveVideos(client, userId, queryKey, await listProjectVideos(projectId, signal)),
    }),
  /** How far one film is. Fails with `not_found` when it is gone. */
  detail: (userId: string, videoId: string) =>
    queryOptions({
      queryKey: videoKey(userId, videoId),
      queryFn: async ({ signal, client, queryKey }): Promise<Video> => {
        const video = await findVideo(videoId, signal)
        if (!video) throw new DataError('look at the film', 'not_found', 404)
        return newestOf(video, client.getQueryData<Video>(queryKey))
      },
    }),
  /** Where a finished film plays from, its poster, and where it is downloaded from under `filename`. */
  files: (
    userId: string,
    video: Pick<Video, 'storagePath' | 'thumbnailPath'> | undefined,
    filename: string,
  ) =>
    queryOptions({
      queryKey: [userId, 'urls', 'film', video?.storagePath ?? null, filename] as const,
      queryFn: video?.storagePath
        ? () => filmFiles(video.storagePath ?? '', video.thumbnailPath, filename)
        : skipToken,
      staleTime: SIGNED_URL_FRESH_MS,
      gcTime: SIGNED_URL_FRESH_MS,
      // A new address restarts a film that plays: only a fresh visit gets one.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
}

export type FilmFiles = { play: string; download: string; poster: string | null }

async function filmFiles(path: string, thumbnailPath: string | null, filename: string): Promise<FilmFiles> {
  const [play, download, poster] = await Promise.all([
    signedUrl('videos', path),
    downloadUrl('videos', path, filename),
    // A film without its picture is still a film.
    thumbnailPath === null ? null : signedUrl('videos', thumbnailPath).catch(() => null),
  ])
  return { play, download, poster }
}

/** Queue a film of a saved project; shown as queued at once, taken back when it is refused. */
export function useGenerateVideo(userId: string, projectId: string) {
  const client = useQueryClient()
  return useMutation({ ...generateOptions(client, userId), scope: filmsOf(projectId) })
}

/** Stop a film that waits or is being made: in this tab and every other within a second. */
export function useCancelGeneration(userId: string, projectId: string) {
  const client = useQueryClient()
  return useMutation({ ...cancelOptions(client, userId), scope: filmsOf(projectId) })
}

/**
 * Queue a failed or cancelled film again. Asked twice it would be two films, so it is not kept for later: offline it
 * fails at once.
 */
export function useRetryGeneration(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (videoId: string) => retryGeneration(videoId),
    onSuccess: (video) => announceFilm(client, userId, video),
    // It may run already: asked for in another tab, or here, and the answer was lost.
    onSettled: () => askForFilms(client, userId),
  })
}
