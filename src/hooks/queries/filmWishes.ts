import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { DEFAULT_SETTINGS, generationSettingsSchema, MAIN_CUT, type Video } from '@/domain/video'
import { underWay } from './mutationKey'

/**
 * A film somebody asked for: plain JSON. `requestKey` is made once per wish (a click, not a render): the same one again
 * is the same film.
 */
export const filmWishSchema = z.object({
  projectId: z.uuid(),
  requestKey: z.uuid(),
  settings: generationSettingsSchema.exactOptional(),
})
export type FilmWish = z.output<typeof filmWishSchema>

/**
 * [Note: a film before it has a row] A film that was asked for is shown as queued at once. Until the database has made
 * its row its id is the request key and its revision 0, lower than any real one.
 */
export const isWishedFor = ({ rev }: Pick<Video, 'rev'>) => rev === 0

/** The films that were asked for and not answered for, newest first, without `except` and without those in `there`. */
export function wishedFilms(
  client: QueryClient,
  userId: string,
  there: readonly Video[],
  except?: unknown,
): Video[] {
  const known = new Set(there.map(({ requestKey }) => requestKey))
  return client
    .getMutationCache()
    .findAll(underWay(userId, 'video'))
    .filter(
      ({ options, state }) => options.mutationKey?.[2] === 'video.generate' && state.variables !== except,
    )
    .flatMap(({ state }) => {
      const wish = filmWishSchema.safeParse(state.variables).data
      if (!wish || known.has(wish.requestKey)) return []
      known.add(wish.requestKey)
      return filmOf(userId, wish, state.submittedAt)
    })
    .reverse()
}

function filmOf(userId: string, { projectId, requestKey, settings }: FilmWish, askedAt: number): Video {
  const when = new Date(askedAt).toISOString()
  return {
    id: requestKey,
    projectId,
    userId,
    cut: settings?.cut ?? MAIN_CUT,
    requestKey,
    status: 'queued',
    progressPercentage: 0,
    stage: null,
    errorCode: null,
    errorMessage: null,
    attempt: 0,
    maxAttempts: 0,
    runAfter: when,
    queuedAt: when,
    leaseUntil: null,
    worker: null,
    estimatedCompletionAt: null,
    settings: settings ?? DEFAULT_SETTINGS,
    storagePath: null,
    thumbnailPath: null,
    mimeType: null,
    width: null,
    height: null,
    durationSeconds: null,
    bytes: null,
    skippedPhotoIds: [],
    rev: 0,
    createdAt: when,
    finishedAt: null,
  }
}
