/** The photos that the bench's own server has under `photos/<index>`, as the director and the engine take them. */
export interface BenchPhoto {
  readonly id: string
  readonly name: string
  readonly file: Blob
  readonly width: number
  readonly height: number
}

/** Reads them all: not part of what is measured. The same names have the same ids, so the film is the same again. */
export async function loadBenchPhotos(names: readonly string[]): Promise<BenchPhoto[]> {
  const photos: BenchPhoto[] = []
  for (const [index, name] of names.entries()) {
    const file = await (await fetch(`/photos/${index}`)).blob()
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    photos.push({ id, name, file, ...(await sizeOf(file)) })
  }
  return photos
}

/** A broken photo counts as an ordinary one: the film has to do without it. */
async function sizeOf(file: Blob): Promise<{ width: number; height: number }> {
  try {
    const bitmap = await createImageBitmap(file)
    const { width, height } = bitmap
    bitmap.close()
    return { width, height }
  } catch {
    return { width: 4000, height: 3000 }
  }
}

/** A caption for every fourth photo. */
export function benchCaption({ name }: Pick<BenchPhoto, 'name'>, index: number): string {
  return index % 4 === 1 ? name.replace(/\.[^.]+$/, '').replaceAll(/[-_]/g, ' ') : ''
}
