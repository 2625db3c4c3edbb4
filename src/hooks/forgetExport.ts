import { onPersonLeft } from '@/lib/pagePerson'
import { removeFolder } from '@/render/removeFolder'

/** Where the origin's private file system has what was collected of people's data. */
export const EXPORT_FOLDER = 'photomemory-export'
/** Nobody goes on with it later than this. */
const KEPT_MS = 7 * 24 * 60 * 60_000

const originFolder = async () => (await navigator.storage?.getDirectory?.().catch(() => null)) ?? null

/** Delete what was collected, whoever's it is. A browser that keeps no files has kept nothing. */
export async function forgetExport(): Promise<void> {
  const root = await originFolder()
  if (root) await removeFolder(root, EXPORT_FOLDER)
}

// It is everything that the person has.
onPersonLeft(() => void forgetExport())

/** Delete what was collected when nothing of it is younger than a week. */
export async function tidyExport(): Promise<void> {
  const root = await originFolder()
  const folder = await root?.getDirectoryHandle(EXPORT_FOLDER).catch(() => null)
  if (folder && !(await hasFileSince(folder, Date.now() - KEPT_MS))) await forgetExport()
}

async function hasFileSince(folder: FileSystemDirectoryHandle, since: number): Promise<boolean> {
  for await (const handle of folder.values()) {
    if (handle instanceof FileSystemDirectoryHandle && (await hasFileSince(handle, since))) return true
    if (handle instanceof FileSystemFileHandle && (await handle.getFile()).lastModified >= since) return true
  }
  return false
}

/** Has the person an export on this device that was not finished, or not thrown away? */
export async function hasKeptExport(userId: string): Promise<boolean> {
  const root = await originFolder()
  const folder = await root?.getDirectoryHandle(EXPORT_FOLDER).catch(() => null)
  const own = await folder?.getDirectoryHandle(userId).catch(() => null)
  if (!own) return false
  for await (const _name of own.keys()) return true
  return false
}
