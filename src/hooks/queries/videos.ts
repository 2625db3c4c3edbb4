import { queryOptions, skipToken, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { announceVideo } from '@/data/changes'
import { downloadUrl, SIGNED_URL_FRESH_MS, signedUrl } from '@/data/signedUrls'
import {
  cancelGeneration,
  enqueueGeneration,
  listProjectVideos,
  listRecentVideos,
  retryGeneration,
} from '@/data/videos'
import { DEFAULT_SETTINGS, type GenerationSettings, type Video } from '@/domain/video'
import { projectQueries } from './projects'
import { newestOfEach, patchVideo } from './videoCache'

export const videoQueries = {
  all: (userId: string) => [userId, 'videos'] as const,
  /** The person's newest films of every state: the generation queue. */
  queue: (userId: string) =>
    queryOptions({
      queryKey: [...videoQueries.all(userId), 'queue'] as const,
      queryFn: async ({ signal, client, queryKey }): Promise<Video[]> =>
        newestOfEach(await listRecentVideos(userId, signal), client.getQueryData<Video[]>(queryKey)),
    }),
  /** A project's films, newest first: its history. */
  ofProject: (userId: string, projectId: string) =>
    queryOptions({
      queryKey: [...videoQueries.all(userId), 'project', projectId] as const,
      queryFn: async ({ signal, client, queryKey }): Promise<Video[]> =>
        newestOfEach(await listProjectVideos(projectId, signal), client.getQueryData<Video[]>(queryKey)),
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

/** `requestKey` is made once per wish (a click, not a render): the same one again is the same film. */
export type GenerationWish = { projectId: string; requestKey: string; settings?: GenerationSettings }

/** Queue a film of a saved project. */
export function useGenerateVideo(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ projectId, requestKey, settings = DEFAULT_SETTINGS }: GenerationWish) =>
      enqueueGeneration(projectId, requestKey, settings),
    onSuccess: (video) => settle(client, userId, video),
  })
}

/** Stop a film that waits or is being made: in this tab and every other within a second. */
export function useCancelGeneration(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (videoId: string) => cancelGeneration(videoId),
    onSuccess: (video) => settle(client, userId, video),
    // It may just have finished: show what is true.
    onError: () => client.invalidateQueries({ queryKey: videoQueries.all(userId) }),
  })
}

/** Queue a failed or cancelled film again. */
export function useRetryGeneration(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (videoId: string) => retryGeneration(videoId),
    onSuccess: (video) => settle(client, userId, video),
    // It may run already: asked for in another tab, or here, and the answer was lost.
    onError: () => client.invalidateQueries({ queryKey: videoQueries.all(userId) }),
  })
}

async function settle(client: QueryClient, userId: string, video: Video): Promise<void> {
  announceVideo(video)
  patchVideo(client, userId, video)
  await Promise.all([
    client.invalidateQueries({ queryKey: videoQueries.all(userId) }),
    client.invalidateQueries({ queryKey: projectQueries.all(userId) }),
  ])
}
