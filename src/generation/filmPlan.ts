import { downloadObject } from '@/data/media'
import { listPhotos } from '@/data/photos'
import { getProject } from '@/data/projects'
import { withRetry } from '@/data/retry'
import type { Storyboard } from '@/domain/storyboard'
import { filmSize, type Video } from '@/domain/video'
import { DataError } from '@/lib/errors'
import { directFilm } from '@/story/directFilm'
import { subtitleOf } from './subtitle'

const FPS = 30

/** What to render, and the photos it needs, read when their turn comes. */
export type FilmPlan = { storyboard: Storyboard; photos: { id: string; read(): Promise<Blob> }[] }

/** Load a film's project and direct it. */
export async function planFilm(video: Video, signal: AbortSignal): Promise<FilmPlan> {
  const project = await withRetry(() => getProject(video.projectId, signal), { signal })
  const photos = await withRetry(() => listPhotos(video.projectId, signal), { signal })
  if (photos.length === 0) throw new DataError('make the film', 'no_photos', 409)
  const { width, height } = filmSize(project.aspectRatio, video.settings.resolution)
  const storyboard = directFilm({
    photos: photos.map(({ id, caption, media }) => ({
      id,
      width: media.width,
      height: media.height,
      takenAt: media.takenAt,
      caption,
    })),
    title: project.title,
    subtitle: subtitleOf(
      project.description,
      photos.map(({ media }) => media.takenAt),
    ),
    style: project.style,
    durationSeconds: project.durationSeconds,
    width,
    height,
    fps: FPS,
  })
  return {
    storyboard,
    photos: photos.map(({ id, media }) => ({ id, read: () => readPhoto(media.storagePath, signal) })),
  }
}

/**
 * [Note: a photo that cannot be fetched] The renderer leaves out photos it cannot decode, and fails with what `read`
 * rejects with. A photo that could not be fetched must not be left out: it is in the library, and the line will be
 * back. Only one that storage does not have is given as an empty file, which is as good as unreadable.
 */
async function readPhoto(path: string, signal: AbortSignal): Promise<Blob> {
  try {
    return await downloadObject('media', path, signal)
  } catch (error) {
    if (error instanceof DataError && error.status === 404) return new Blob()
    throw error
  }
}
