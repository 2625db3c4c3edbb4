import { z } from 'zod'
import { askedFilmSchema, type AskedFilm } from '@/domain/filmPlan'
import { videoSchema, type GenerationSettings, type Stage, type Video } from '@/domain/video'
import { supabase } from '@/lib/supabase'
import { answer, parseRow, parseRows } from './request'

const RECENT = 100

/** A project's films, newest first: its history. */
export async function listProjectVideos(projectId: string, signal?: AbortSignal): Promise<Video[]> {
  let query = supabase
    .from('generated_videos')
    .select('*')
    .eq('project_id', projectId)
    .order('created_at', { ascending: false })
    .limit(RECENT)
  if (signal) query = query.abortSignal(signal)
  return parseRows('load the films', videoSchema, await answer('load the films', query, signal))
}

/** A person's own newest films of every state: the generation queue. */
export async function listRecentVideos(userId: string, signal?: AbortSignal): Promise<Video[]> {
  let query = supabase
    .from('generated_videos')
    .select('*')
    .eq('user_id', userId)
    .order('created_at', { ascending: false })
    .limit(RECENT)
  if (signal) query = query.abortSignal(signal)
  return parseRows('load the queue', videoSchema, await answer('load the queue', query, signal))
}

/** A person's films that are waiting or being made. */
export async function listLiveVideos(userId: string, signal?: AbortSignal): Promise<Video[]> {
  let query = supabase
    .from('generated_videos')
    .select('*')
    .eq('user_id', userId)
    .in('status', ['queued', 'processing'])
  if (signal) query = query.abortSignal(signal)
  return parseRows('load the queue', videoSchema, await answer('load the queue', query, signal))
}

/** The film as it is now, or null when it is gone. */
export async function findVideo(id: string, signal?: AbortSignal): Promise<Video | null> {
  let query = supabase.from('generated_videos').select('*').eq('id', id)
  if (signal) query = query.abortSignal(signal)
  const row = await answer('look at the film', query.maybeSingle(), signal)
  return row === null ? null : parseRow('look at the film', videoSchema, row)
}

/** What a film of the caller's was asked to be; null when it is finished or gone. */
export async function findAskedFilm(id: string, signal?: AbortSignal): Promise<AskedFilm | null> {
  let query = supabase.rpc('film_plan', { job: id })
  if (signal) query = query.abortSignal(signal)
  const plan: unknown = await answer('look at the film', query, signal)
  return plan === null ? null : parseRow('look at the film', askedFilmSchema, plan)
}

/** The film a request key already made, if any. */
export async function findVideoByRequest(requestKey: string, signal?: AbortSignal): Promise<Video | null> {
  let query = supabase.from('generated_videos').select('*').eq('request_key', requestKey)
  if (signal) query = query.abortSignal(signal)
  const row = await answer('look for the film', query.maybeSingle(), signal)
  return row === null ? null : parseRow('look for the film', videoSchema, row)
}

/**
 * Queue a film. The same request key twice is the same film.
 * @throws DataError `no_photos`, `already_running`, `too_many_active`, `monthly_quota`
 */
export async function enqueueGeneration(
  projectId: string,
  requestKey: string,
  settings: GenerationSettings,
  signal?: AbortSignal,
): Promise<Video> {
  let query = supabase.rpc('enqueue_generation', { project: projectId, request_key: requestKey, settings })
  if (signal) query = query.abortSignal(signal)
  return parseRow('queue the film', videoSchema, await answer('queue the film', query, signal))
}

/** Stop a film that waits or is being made. Repeating it is harmless. @throws DataError `terminal_state` */
export async function cancelGeneration(id: string): Promise<Video> {
  const row = await answer('cancel the film', supabase.rpc('cancel_generation', { job: id }))
  return parseRow('cancel the film', videoSchema, row)
}

/**
 * Put a waiting film right before another one of the same person, or last. @returns the films whose place has changed
 * @throws DataError `not_waiting` when one of the two is being made or has ended
 */
export async function moveGeneration(id: string, beforeId: string | null): Promise<Video[]> {
  const move = supabase.rpc('move_generation', { job: id, ...(beforeId !== null && { before: beforeId }) })
  return parseRows('move the film', videoSchema, await answer('move the film', move))
}

/** Queue a failed or cancelled film again, as a new one. @throws DataError `already_running` */
export async function retryGeneration(id: string): Promise<Video> {
  const row = await answer('retry the film', supabase.rpc('retry_generation', { job: id }))
  return parseRow('retry the film', videoSchema, row)
}

/** The right to make one film: every effect is fenced by `token`. */
export type Claim = { video: Video; token: string; leaseMs: number }
const claimSchema = z
  .object({ job: videoSchema, token: z.uuid(), lease_ms: z.number().positive() })
  .transform(({ job, token, lease_ms }): Claim => ({ video: job, token, leaseMs: lease_ms }))

/** Take the oldest film that can be made now. `worker` names this device and tab in the job's history. */
export async function claimGeneration(worker: string, signal?: AbortSignal): Promise<Claim | null> {
  let query = supabase.rpc('claim_generation', { worker })
  if (signal) query = query.abortSignal(signal)
  const rows = await answer('claim a film', query, signal)
  const [row] = z.array(z.unknown()).parse(rows)
  return row === undefined ? null : parseRow('claim a film', claimSchema, row)
}

type Held = Pick<Claim, 'token'> & { jobId: string }

/** Where to upload the film or its thumbnail. @throws DataError `lease_lost`, `storage_quota` */
export async function reserveOutput(
  { jobId, token }: Held,
  file: Blob,
  signal?: AbortSignal,
): Promise<string> {
  const mime = file.type.split(';')[0] ?? ''
  let query = supabase.rpc('reserve_output', { job: jobId, token, bytes: file.size, mime })
  if (signal) query = query.abortSignal(signal)
  return parseRow('reserve the film', z.string().min(1), await answer('reserve the film', query, signal))
}

export type FinishedFilm = {
  path: string
  thumbnailPath: string | null
  width: number
  height: number
  durationSeconds: number
  /** Placements whose photo could not be read and is not in the film. */
  skippedPhotoIds: string[]
}

/** Declare the film made. Repeating it by the same claim returns the same row. @throws DataError `lease_lost` */
export async function completeGeneration({ jobId, token }: Held, film: FinishedFilm): Promise<Video> {
  const row = await answer(
    'complete the film',
    supabase.rpc('complete_generation', {
      job: jobId,
      token,
      path: film.path,
      ...(film.thumbnailPath !== null && { thumbnail_path: film.thumbnailPath }),
      width: film.width,
      height: film.height,
      duration_seconds: film.durationSeconds,
      ...(film.skippedPhotoIds.length > 0 && { skipped_photo_ids: film.skippedPhotoIds }),
    }),
  )
  return parseRow('complete the film', videoSchema, row)
}

export type Failure = { code: string; message: string; retryable: boolean }

/** Declare the attempt failed; `retryable` puts the film back in the queue while attempts are left. */
export async function failGeneration({ jobId, token }: Held, failure: Failure): Promise<Video> {
  const { code, message, retryable } = failure
  const row = await answer(
    'report the failure',
    supabase.rpc('fail_generation', { job: jobId, token, code, message, retryable }),
  )
  return parseRow('report the failure', videoSchema, row)
}

export type Progress = { percent: number; stage: Stage; secondsLeft: number | null }
