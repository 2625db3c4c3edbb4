import { MAIN_CUT, type Video } from '@/domain/video'
import { filmFilename } from '@/lib/format'

/** So much of a long title leaves room for the name of the cut. */
const TITLE_MAX = 40

/** The name a film is saved under; the cuts of one day are told apart. */
export function downloadName(title: string, video: Video): string {
  const name = video.cut === MAIN_CUT ? title : `${title.slice(0, TITLE_MAX)} ${video.cut}`
  return filmFilename(name, video.finishedAt ?? video.createdAt, video.mimeType)
}
