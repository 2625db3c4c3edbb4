/** The part of a `FileSystemSyncAccessHandle` that we use; TypeScript knows it only for workers. */
export interface SyncFile {
  write(data: Uint8Array<ArrayBuffer>, options: { at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}

interface SyncHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncFile>
}

const isSync = (handle: FileSystemFileHandle): handle is SyncHandle => 'createSyncAccessHandle' in handle

/** Opens a file of this origin for writing from a worker. */
export async function openSyncFile(directory: FileSystemDirectoryHandle, name: string): Promise<SyncFile> {
  const handle = await directory.getFileHandle(name, { create: true })
  if (!isSync(handle)) throw new Error('this browser writes no files in workers')
  return handle.createSyncAccessHandle()
}
