import type { DraftPhoto } from './draft'

/** A photo of a draft for tests; the hash follows from the name, so two of one name have the same content. */
export function draftPhoto(name: string, takenAt: string | null = null, bytes = 3): DraftPhoto {
  const hash = Array.from(name, (letter) => letter.charCodeAt(0).toString(16)).join('')
  return {
    id: crypto.randomUUID(),
    placementId: crypto.randomUUID(),
    caption: '',
    choice: 'auto',
    analysis: null,
    facts: {
      filename: name,
      mimeType: 'image/jpeg',
      bytes,
      width: 40,
      height: 30,
      orientation: 1,
      takenAt,
      utcOffsetMinutes: null,
      place: null,
      camera: null,
      contentHash: hash.padEnd(64, '0').slice(0, 64),
    },
  }
}
