import { paths } from './paths'

/** Which of a project's films its page plays. */
export const FILM_PARAM = 'film'

/** A project's page with this film in the player. Beside paths.ts, which is part of a stranger's first download. */
export const filmPath = (projectId: string, videoId: string) =>
  `${paths.project(projectId)}?${FILM_PARAM}=${encodeURIComponent(videoId)}`
