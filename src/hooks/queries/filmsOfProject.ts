import { isLive, type Video } from '@/domain/video'

/** `live`: the film that waits or is being made. `finished`: the newest finished one that has a picture. */
export type ProjectFilms = { live?: Video; finished?: Video }

const NONE: ProjectFilms = {}
const indexes = new WeakMap<readonly Video[], Map<string, ProjectFilms>>()

/**
 * The films of a project out of a list of many, newest first. The list is read once, whoever asks how often: a
 * dashboard of a thousand cards asks a thousand times for each step of a film.
 */
export function filmsOfProject(videos: readonly Video[], projectId: string): ProjectFilms {
  let index = indexes.get(videos)
  if (!index) {
    index = indexOf(videos)
    indexes.set(videos, index)
  }
  return index.get(projectId) ?? NONE
}

function indexOf(videos: readonly Video[]): Map<string, ProjectFilms> {
  const index = new Map<string, ProjectFilms>()
  for (const video of videos) {
    const films = index.get(video.projectId) ?? {}
    index.set(video.projectId, films)
    if (isLive(video.status)) films.live ??= video
    else if (video.status === 'completed' && video.thumbnailPath !== null) films.finished ??= video
  }
  return index
}
