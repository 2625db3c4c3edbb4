import type { AudioTrack } from '@/domain/audioTrack'
import type { Draft } from '@/domain/draft'
import { DEFAULT_MUSIC, type Music, type TrackAnalysis } from '@/domain/music'
import { roundedHold, type Direction } from '@/domain/direction'
import type { Photo } from '@/domain/photo'
import type { Project } from '@/domain/project'
import { filmSize, type GenerationSettings } from '@/domain/video'
import { language } from '@/lib/i18n'
import type { DirectedPhoto, FilmWishes } from '@/story/directFilm'
import { subtitleOf } from './subtitle'

/**
 * What the director is asked for a film of a project: also by whoever shows the film before it is made, so that both are
 * the same. A cut has its own length and shape where its settings say so; photos and words are the project's.
 *
 * [Note: one story, several cuts] What a person decides about a photo is decided for all cuts: where it looks, how it comes
 * in, its card. How long it stays is in proportion to the length of the cut, and a shorter cut need not show all of them.
 * @param track what `project.music` names, when it names a track; null when that is not there (any more), undefined while
 * that is not known: the track is then played from its beginning
 */
export function filmWishes(
  project: Project,
  photos: readonly Photo[],
  settings: GenerationSettings,
  track: Pick<AudioTrack, 'analysis'> | null | undefined,
): FilmWishes {
  const { resolution, fps, durationSeconds, aspectRatio, language: locale = language() } = settings
  const pace = (durationSeconds ?? project.durationSeconds) / project.durationSeconds
  return {
    photos: photos.map((photo) => directedPhoto(photo, pace)),
    isShortened: pace < 1,
    title: project.title,
    subtitle: subtitleOf(
      project.description,
      photos.map(({ media }) => media.takenAt),
      locale,
    ),
    style: project.style,
    durationSeconds: durationSeconds ?? project.durationSeconds,
    ...filmSize(aspectRatio ?? project.aspectRatio, resolution),
    fps,
    ...heard(project.music, track),
    locale,
  }
}

/** The same for a film that is still a draft. */
export function draftWishes(draft: Draft): FilmWishes {
  return {
    photos: draft.photos.map(({ id, caption, choice, facts, analysis }) => {
      const { width, height, takenAt, utcOffsetMinutes, camera } = facts
      return { id, caption, choice, analysis, width, height, takenAt, utcOffsetMinutes, camera }
    }),
    title: draft.title,
    subtitle: subtitleOf(
      draft.description,
      draft.photos.map(({ facts }) => facts.takenAt),
      language(),
    ),
    style: draft.style,
    durationSeconds: draft.durationSeconds,
    ...filmSize(draft.aspectRatio, draft.resolution),
    fps: draft.fps,
    ...heard(draft.music, draft.track),
    locale: language(),
  }
}

const directedPhoto = ({ id, caption, choice, direction, media }: Photo, pace: number): DirectedPhoto => {
  const { width, height, takenAt, utcOffsetMinutes, analysis } = media
  const paced = paceOf(direction, pace)
  return { id, caption, choice, direction: paced, analysis, width, height, takenAt, utcOffsetMinutes }
}

const paceOf = (direction: Direction, pace: number): Direction =>
  direction.holdSeconds === null || pace === 1
    ? direction
    : { ...direction, holdSeconds: roundedHold(direction.holdSeconds * pace) }

/** [Note: music that is gone] A track can be deleted whoever plays it. The film then gets a score, rather than none. */
function heard(music: Music, track: { analysis: TrackAnalysis | null } | null | undefined) {
  const isGone = music.kind === 'track' && track === null
  return { music: isGone ? DEFAULT_MUSIC : music, trackBeats: track?.analysis ?? null }
}
