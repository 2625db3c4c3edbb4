import { arrangePhotos } from '@/data/photos'
import { changeProject } from '@/data/changeProject'
import { createProject } from '@/data/projects'
import { withRetry } from '@/data/retry'
import { announceVideo } from '@/data/changes'
import { enqueueGeneration, findVideoByRequest } from '@/data/videos'
import type { Draft } from '@/domain/draft'
import type { Project, ProjectWishes } from '@/domain/project'
import type { SubmitStep } from '@/domain/upload'
import type { Video } from '@/domain/video'
import { differingFields, pickWishes } from '@/domain/wishes'
import { withLock } from '@/lib/withLock'
import type { SubmitEvent } from './submitEvents'
import { uploadPhotos, type PrepareUpload } from './uploadPhotos'

export type SubmitOptions = {
  signal: AbortSignal
  onProgress: (event: SubmitEvent) => void
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
 * @param readFile the file of a photo of this draft. @throws DraftError `file_gone` when it is not there any more
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
  const mediaIds = await uploadPhotos(draft, readFile, options)

  enter('placing')
  const placements = draft.photos.map(({ id, placementId, caption, choice }) => ({
    id: placementId,
    mediaItemId: mediaIds.get(id) ?? id,
    caption,
    choice,
  }))
  await again(() => arrangePhotos(project.id, placements, signal))

  enter('queueing')
  const settings = { resolution: draft.resolution, format: draft.format, fps: draft.fps }
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
    music: draft.music,
  }
  const project = await createProject(draft.id, wishes, signal)
  const edited = differingFields(wishes, project)
  if (edited.length === 0) return project
  const change = {
    wishes: pickWishes(wishes, edited),
    base: pickWishes(project, edited),
    how: 'live',
  } as const
  return changeProject({ id: project.id, rev: project.rev, ...change }, signal)
}
