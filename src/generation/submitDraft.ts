import { arrangePhotos } from '@/data/photos'
import { changeProject } from '@/data/changeProject'
import { createProject } from '@/data/projects'
import { withRetry } from '@/data/retry'
import { announceVideo } from '@/data/changes'
import { enqueueGeneration, findVideoByRequest } from '@/data/videos'
import type { Analysis } from '@/domain/analysis'
import type { Draft } from '@/domain/draft'
import { DEFAULT_MUSIC } from '@/domain/music'
import type { Project, ProjectWishes } from '@/domain/project'
import type { SubmitStep } from '@/domain/upload'
import type { Video } from '@/domain/video'
import { differingFields, pickWishes, type SomeWishes } from '@/domain/wishes'
import { language } from '@/lib/i18n'
import { withLock } from '@/lib/withLock'
import type { SubmitEvent } from './submitEvents'
import { uploadPhotos, type PrepareUpload } from './uploadPhotos'
import { uploadTrack } from './uploadTrack'

export type SubmitOptions = {
  signal: AbortSignal
  onProgress: (event: SubmitEvent) => void
  /** What was seen in a photo, once it was looked at; null when nothing could be. Must not reject. */
  analysisOf?: (photoId: string) => Promise<Analysis | null>
  /** How a photo is re-encoded; another one only where there is no browser. */
  prepare?: PrepareUpload
}

/**
 * Make a draft real: project, photos in the library, placements, and one queued film.
 *
 * [Note: harmless to repeat] Every row has an id that the draft made, every upload a path that follows from one, and
 * the queue knows the draft's request key. Whatever was finished before (a cut, a crash, another tab, a double click)
 * is found and left alone, so calling this again simply goes on. Tabs take turns through a Web Lock.
 *
 * @param readFile the file of a photo, or of the track, of this draft. @throws DraftError `file_gone` when it is not there any more
 * @throws DraftError of the first photo that could not be sent (the others were), DataError, or the signal's reason
 */
export function submitDraft(
  draft: Draft,
  readFile: (photoId: string) => Promise<Blob>,
  options: SubmitOptions,
): Promise<{ projectId: string; video: Video }> {
  return withLock(`submit:${draft.id}`, options.signal, () => submit(draft, readFile, options))
}

async function submit(draft: Draft, readFile: (photoId: string) => Promise<Blob>, options: SubmitOptions) {
  const { signal, onProgress } = options
  const again = <T>(action: () => Promise<T>) => withRetry(action, { signal })
  const enter = (step: SubmitStep) => onProgress({ type: 'step', step })

  enter('saving')
  const before = await again(() => findVideoByRequest(draft.requestKey, signal))
  if (before) return { projectId: before.projectId, video: before }
  const project = await again(() => saveProject(draft, signal))

  enter('uploading')
  const { onTrack, onPhotos } = sharedProgress(draft, onProgress)
  const music = await uploadTrack(draft, readFile, { signal, onProgress: onTrack })
  const mediaIds = await uploadPhotos(draft, readFile, { ...options, onProgress: onPhotos })

  enter('placing')
  await again(() => saveWishes(project, { music }, signal))
  const placements = draft.photos.map(({ id, placementId, caption, choice }) => ({
    id: placementId,
    mediaItemId: mediaIds.get(id) ?? id,
    caption,
    choice,
  }))
  await again(() => arrangePhotos(project.id, placements, signal))

  enter('queueing')
  const settings = {
    resolution: draft.resolution,
    format: draft.format,
    fps: draft.fps,
    language: language(),
  }
  const video = await again(() => enqueueGeneration(project.id, draft.requestKey, settings, signal))
  announceVideo(video)
  return { projectId: project.id, video }
}

/** The draft may have been edited between two tries: then the project is brought up to date. */
async function saveProject(draft: Draft, signal: AbortSignal): Promise<Project> {
  const wishes: ProjectWishes = {
    title: draft.title.trim(),
    description: draft.description,
    style: draft.style,
    durationSeconds: draft.durationSeconds,
    aspectRatio: draft.aspectRatio,
    // A track of one's own cannot be named before it is there.
    music: draft.music.kind === 'track' ? DEFAULT_MUSIC : draft.music,
  }
  const project = await createProject(draft.id, wishes, signal)
  const { music: _later, ...others } = wishes
  return saveWishes(project, draft.music.kind === 'track' ? others : wishes, signal)
}

async function saveWishes(project: Project, wishes: SomeWishes, signal: AbortSignal): Promise<Project> {
  const edited = differingFields(wishes, project)
  if (edited.length === 0) return project
  const change = {
    wishes: pickWishes(wishes, edited),
    base: pickWishes(project, edited),
    how: 'live',
  } as const
  return changeProject({ id: project.id, rev: project.rev, ...change }, signal)
}

/** Track and photos as one bar, each with the part of it that its bytes are. */
function sharedProgress({ music, track, photos }: Draft, onProgress: (event: SubmitEvent) => void) {
  const trackBytes = music.kind === 'track' ? (track?.facts.bytes ?? 0) : 0
  const photoBytes = photos.reduce((total, { facts }) => total + facts.bytes, 0)
  const share = trackBytes / Math.max(1, trackBytes + photoBytes)
  const photoCount = photos.length
  let most = 0
  const tell = (fraction: number, donePhotos: number) => {
    most = Math.max(most, fraction)
    onProgress({ type: 'total', fraction: most, donePhotos, photoCount })
  }
  return {
    onTrack: (fraction: number) => tell(share * fraction, 0),
    onPhotos: (event: SubmitEvent) =>
      event.type === 'total'
        ? tell(share + (1 - share) * event.fraction, event.donePhotos)
        : onProgress(event),
  }
}
