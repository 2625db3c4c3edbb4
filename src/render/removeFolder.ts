/** A terminated worker's files are free within some milliseconds. */
const RELEASE_ATTEMPTS = 60
const RELEASE_MILLISECONDS = 50

/** Deletes a folder with all that is in it, as soon as workers that were just ended have let go of it. */
export async function removeFolder(parent: FileSystemDirectoryHandle, name: string): Promise<void> {
  for (let attempt = 0; attempt < RELEASE_ATTEMPTS; attempt++) {
    try {
      await parent.removeEntry(name, { recursive: true })
      return
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'NotFoundError') return
      await new Promise((resolve) => setTimeout(resolve, RELEASE_MILLISECONDS))
    }
  }
}
