import { findTrack } from '@/data/audioTracks'
import { downloadObject } from '@/data/media'
import { listPhotos } from '@/data/photos'
import { getProject } from '@/data/projects'
import { withRetry } from '@/data/retry'
import { findAskedFilm } from '@/data/videos'
import { signedUrl } from '@/data/signedUrls'
import type { AudioTrack } from '@/domain/audioTrack'
import { asAsked } from '@/domain/filmPlan'
import type { Music } from '@/domain/music'
import type { Video } from '@/domain/video'
import { DataError } from '@/lib/errors'
import type { RenderRequest } from '@/render/renderFilm'
import { directFilm } from '@/story/directFilm'
import { hasPhotoToShow } from '@/story/filmWishes'
import { composeScore } from '@/story/music/composeScore'
import { filmWishes } from './filmWishes'

/** What to render; photos and music are read when their turn comes. */
export type FilmPlan = Omit<RenderRequest, 'outputName' | 'memory'>

/** Load a film's project as it was when the film was asked for, and direct it. Every cut of a project has the same photos, under the same hashes. */
export async function planFilm(video: Video, signal: AbortSignal): Promise<FilmPlan> {
  const projectNow = await withRetry(() => getProject(video.projectId, signal), { signal })
  const photosNow = await withRetry(() => listPhotos(video.projectId, signal), { signal })
  const asked = await withRetry(() => findAskedFilm(video.id, signal), { signal })
  const { project, photos } = asked
    ? asAsked(asked, projectNow, photosNow)
    : { project: projectNow, photos: photosNow }
  if (!hasPhotoToShow(photos)) throw new DataError('make the film', 'no_photos', 409)
  const track = await withRetry(() => trackOf(project.music, signal), { signal })
  const storyboard = directFilm(filmWishes(project, photos, video.settings, track))
  return {
    storyboard,
    photos: photos.map(({ id, media }) => ({
      id,
      contentHash: media.contentHash,
      read: () => readFile(media.storagePath, signal),
    })),
    format: video.settings.format,
    score: composeScore(storyboard),
    readTrack: track && (() => downloadObject('media', track.storagePath, signal)),
  }
}

/** Null also where only its file is gone. See [Note: music that is gone] */
async function trackOf(music: Music, signal: AbortSignal): Promise<AudioTrack | null> {
  const track = music.kind === 'track' ? await findTrack(music.trackId, signal) : null
  if (!track) return null
  try {
    // Asked now, without a byte of it: the film is cut to what will be heard, long before that is read.
    await signedUrl('media', track.storagePath)
    return track
  } catch (error) {
    if (error instanceof DataError && error.status === 404) return null
    throw error
  }
}

/**
 * [Note: a photo that cannot be fetched] The renderer leaves out photos it cannot decode, and fails with what `read`
 * rejects with. A photo that could not be fetched must not be left out: it is in the library, and the line will be
 * back. Only one that storage does not have is given as an empty file, which is as good as unreadable.
 */
async function readFile(path: string, signal: AbortSignal): Promise<Blob> {
  try {
    return await downloadObject('media', path, signal)
  } catch (error) {
    if (error instanceof DataError && error.status === 404) return new Blob()
    throw error
  }
}
