import { FILM_FOLDER } from './workspace'

/**
 * Whether this device has so much room for a page's files. Tried, not asked: browsers hide what they have left, so
 * `navigator.storage.estimate()` names 10 GB to everybody. Nothing is written for it.
 */
export async function hasRoom(bytes: number): Promise<boolean> {
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(FILM_FOLDER, { create: true })
    const handle = await folder.getFileHandle(`room ${crypto.randomUUID()}`, { create: true })
    try {
      const file = await handle.createWritable()
      try {
        await file.truncate(bytes)
      } finally {
        await file.abort().catch(() => undefined)
      }
      return true
    } finally {
      // What stays is swept with what crashed films have left.
      await folder.removeEntry(handle.name).catch(() => undefined)
    }
  } catch {
    return false
  }
}
