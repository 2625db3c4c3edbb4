import type { LibraryPhoto } from './libraryPhoto'

let made = 0

/** A photo of a library, of a July day in Bern. */
export function libraryPhoto(filename: string, change: Partial<LibraryPhoto> = {}): LibraryPhoto {
  const id = `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
  return {
    id,
    storagePath: `ada/${filename}`,
    thumbnailPath: `ada/${filename}`,
    filename,
    bytes: 1000,
    width: 1600,
    height: 1200,
    takenAt: '2025-07-03T10:00:00',
    utcOffsetMinutes: 120,
    createdAt: '2025-11-23T12:00:00+00:00',
    camera: 'Pocket 3',
    town: { id: 1, name: 'Bern', country: 'CH', latitude: 46.9, longitude: 7.4 },
    hash: null,
    sharpness: 0.5,
    brightness: 0.5,
    ...change,
  }
}
