import { filmFilename } from '@/lib/format'
import { makeUnique, zipName } from '@/lib/zipName'
import type { AccountData, StoredFile } from './accountData'

/** A file of the account with its name in the archive and what a clock showed when it was made. */
export type NamedFile = StoredFile & { name: string; modifiedAt: string }
type Meaning = Pick<NamedFile, 'name' | 'modifiedAt'>

/**
 * What each file is called in the archive: as the person called it, in a folder for its kind, no two alike. The same
 * account gives the same names.
 */
export function nameFiles(data: AccountData): NamedFile[] {
  const meanings = new Map<string, Meaning>()
  const titles = new Map(data.projects.map(({ id, title }) => [id, title]))
  const unique = makeUnique()
  const mean = (bucket: StoredFile['bucket'], path: string | null, name: string, modifiedAt: string) => {
    if (path !== null) meanings.set(`${bucket}/${path}`, { name: unique(name), modifiedAt })
  }
  for (const { storage_path, thumbnail_path, original_filename, taken_at, created_at } of data.media_items) {
    const at = taken_at ?? created_at
    mean('media', storage_path, `photos/${zipName(original_filename, extensionOf(storage_path))}`, at)
    mean('media', thumbnail_path, `thumbnails/${zipName(original_filename, 'jpg')}`, at)
  }
  for (const { storage_path, original_filename, created_at } of data.audio_tracks)
    mean('media', storage_path, `music/${zipName(original_filename, extensionOf(storage_path))}`, created_at)
  for (const { project_id, storage_path, thumbnail_path, mime_type, created_at } of data.videos) {
    const name = filmFilename(titles.get(project_id) ?? '', created_at, mime_type)
    mean('videos', storage_path, `films/${name}`, created_at)
    mean('videos', thumbnail_path, `thumbnails/${zipName(name, 'jpg')}`, created_at)
  }
  const avatar = data.user.avatar_path
  if (avatar !== null) mean('media', avatar, `picture.${extensionOf(avatar)}`, data.exported_at)
  return data.files.map((file) => {
    const known = meanings.get(`${file.bucket}/${file.path}`)
    if (known) return { ...file, ...known }
    // Left by an upload that was cut.
    const bare = file.path.split('/').at(-1) ?? file.path
    const name = unique(`other/${zipName(bare, extensionOf(bare))}`)
    return { ...file, name, modifiedAt: data.exported_at }
  })
}

const extensionOf = (path: string) => /\.([A-Za-z0-9]{1,5})$/.exec(path)?.[1] ?? 'bin'
