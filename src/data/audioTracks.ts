import { audioTrackSchema, type AudioTrack } from '@/domain/audioTrack'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import { ownId, removeObjects } from './media'
import { answer, parseRow, parseRows } from './request'

/** A file of music that was uploaded and shall be kept. `id` is the caller's, so that a retry names the same track. */
export type NewAudioTrack = Pick<
  AudioTrack,
  'id' | 'storagePath' | 'originalFilename' | 'contentHash' | 'durationSeconds' | 'analysis'
>

/** A track that the caller can read: their own, or what a project plays that they can read. Null when there is none. */
export async function findTrack(id: string, signal?: AbortSignal): Promise<AudioTrack | null> {
  let query = supabase.from('audio_tracks').select('*').eq('id', id)
  if (signal) query = query.abortSignal(signal)
  const row = await answer('load the music', query.maybeSingle(), signal)
  return row === null ? null : parseRow('load the music', audioTrackSchema, row)
}

/** The caller's own tracks, newest first. */
export async function listOwnTracks(userId: string, signal: AbortSignal): Promise<AudioTrack[]> {
  const query = supabase
    .from('audio_tracks')
    .select('*')
    .eq('user_id', userId)
    .order('created_at', { ascending: false })
    .order('id')
    .abortSignal(signal)
  return parseRows('load your music', audioTrackSchema, await answer('load your music', query, signal))
}

/** The caller's own track with this content, if there is one: then nothing has to be sent. */
export async function findOwnTrack(contentHash: string, signal?: AbortSignal): Promise<AudioTrack | null> {
  const userId = await ownId('look for the music')
  let query = supabase.from('audio_tracks').select('*').eq('user_id', userId).eq('content_hash', contentHash)
  if (signal) query = query.abortSignal(signal)
  const row = await answer('look for the music', query.maybeSingle(), signal)
  return row === null ? null : parseRow('look for the music', audioTrackSchema, row)
}

/**
 * Keep an uploaded file as a track and return it. Repeating it changes nothing; when another tab kept the same content
 * first, the answer is that track and the copy uploaded here is removed. See: [Note: one file, one item]
 */
export async function registerTrack(track: NewAudioTrack, signal?: AbortSignal): Promise<AudioTrack> {
  const row = {
    id: track.id,
    storage_path: track.storagePath,
    original_filename: track.originalFilename,
    duration_seconds: track.durationSeconds,
    content_hash: track.contentHash,
    analysis: track.analysis ?? {},
  }
  let query = supabase.from('audio_tracks').upsert(row, { onConflict: 'id', ignoreDuplicates: true }).select()
  if (signal) query = query.abortSignal(signal)
  try {
    const [added] = await answer('keep the music', query, signal)
    if (added) return parseRow('keep the music', audioTrackSchema, added)
  } catch (error) {
    if (!(error instanceof DataError) || error.code !== '23505') throw error
  }
  const found = await findOwnTrack(track.contentHash, signal)
  if (!found) throw new DataError('keep the music', 'not_found', 404)
  if (found.id !== track.id) await removeObjects('media', [track.storagePath])
  return found
}

/** Remove a track and its file. Projects that play it get a score instead. Repeating it is harmless. */
export async function removeTrack({
  id,
  storagePath,
}: Pick<AudioTrack, 'id' | 'storagePath'>): Promise<void> {
  await answer('remove the music', supabase.from('audio_tracks').delete().eq('id', id))
  await removeObjects('media', [storagePath])
}
