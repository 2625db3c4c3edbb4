import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { announceVideo } from '@/data/changes'
import { cancelGeneration, enqueueGeneration, findVideoByRequest } from '@/data/videos'
import { DEFAULT_SETTINGS, type Video } from '@/domain/video'
import { DataError } from '@/lib/errors'
import { language } from '@/lib/i18n'
import type { FilmWish } from './filmWishes'
import { mutationKey, refetchAfterLast } from './mutationKey'
import { projectsKey } from './projectCache'
import { enterVideo, showWishes, videosKey } from './videoCache'

/** What is asked for the films of one project leaves in the order it was asked: a film is made before it is cancelled. */
export const filmsOf = (projectId: string) => ({ id: `films:${projectId}` })

/** Tell this tab's lists, its runner and the other tabs what the database has just answered. */
export function announceFilm(client: QueryClient, userId: string, video: Video): void {
  enterVideo(client, userId, video)
  announceVideo(video)
}

/** Ask again for what depends on films, unless another wish is under way. */
export const askForFilms = (client: QueryClient, userId: string) =>
  refetchAfterLast(client, userId, 'video', [videosKey(userId), projectsKey(userId), [userId, 'usage']])

export const generateOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    mutationKey: mutationKey(userId, 'video.generate'),
    mutationFn: ({ projectId, requestKey, settings = DEFAULT_SETTINGS }: FilmWish) =>
      enqueueGeneration(projectId, requestKey, { language: language(), ...settings }),
    onMutate: () => showWishes(client, userId),
    onSuccess: (video, wish) => {
      announceFilm(client, userId, video)
      showWishes(client, userId, wish)
    },
    onError: (_error, wish) => showWishes(client, userId, wish),
    onSettled: () => askForFilms(client, userId),
  })

export const cancelOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    mutationKey: mutationKey(userId, 'video.cancel'),
    mutationFn: cancelFilm,
    onSuccess: (video) => announceFilm(client, userId, video),
    // It may just have finished: show what is true.
    onSettled: () => askForFilms(client, userId),
  })

/** By its id, or by its request key when it was cancelled before it had a row. See: [Note: a film before it has a row]. */
async function cancelFilm(videoId: string): Promise<Video> {
  try {
    return await cancelGeneration(videoId)
  } catch (error) {
    if (!(error instanceof DataError) || error.status !== NOT_YOURS) throw error
    const made = await findVideoByRequest(videoId)
    if (!made) throw error
    return cancelGeneration(made.id)
  }
}
const NOT_YOURS = 404
