/** All files of a drop; of a folder, those in it, at any depth, by name. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // Entries must be taken before the event is over.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null)
  if (!entries.some((entry) => entry?.isDirectory)) return [...data.files]
  const nested = await Promise.all(entries.flatMap((entry) => (entry ? [filesIn(entry)] : [])))
  return nested.flat()
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry instanceof FileSystemFileEntry) return [await fileOf(entry)]
  if (!(entry instanceof FileSystemDirectoryEntry)) return []
  const children = await childrenOf(entry.createReader())
  const visible = children.filter(({ name }) => !name.startsWith('.'))
  const nested = await Promise.all(visible.toSorted(byName).map(filesIn))
  return nested.flat()
}

const byName = (a: FileSystemEntry, b: FileSystemEntry) =>
  a.name.localeCompare(b.name, undefined, { numeric: true })

/** One that vanished since it was dropped comes as an empty file, so that it is refused by its name. */
const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve) => entry.file(resolve, () => resolve(new File([], entry.name))))

/** The reader hands out a hundred at a time, and an empty list at the end. */
async function childrenOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const batch = await new Promise<FileSystemEntry[]>((resolve) =>
    reader.readEntries(resolve, () => resolve([])),
  )
  return batch.length === 0 ? [] : [...batch, ...(await childrenOf(reader))]
}
