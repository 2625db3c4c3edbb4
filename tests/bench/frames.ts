import type { Storyboard } from '@/domain/storyboard'
import { Compositor } from '@/render/compositor/Compositor'
import wasmUrl from '@/render/compositor/compositor.wasm?url'
import { FilmPainter } from '@/render/film/FilmPainter'
import { toVideoFrame } from '@/render/film/toVideoFrame'
import { UnreadablePhoto } from '@/render/film/UnreadablePhoto'
import { withoutPhoto } from '@/render/film/withoutPhoto'
import { drawOverlay } from '@/render/text/drawOverlay'
import { loadFonts } from '@/render/text/fonts'

/** The frames of a film as the product paints them, in any order; the caller closes each. */
export async function openFrames(storyboard: Storyboard, files: ReadonlyMap<string, Blob>) {
  const compositor = await Compositor.create(await (await fetch(wasmUrl)).arrayBuffer())
  await loadFonts(storyboard)
  const readPhoto = (id: string) => Promise.resolve(files.get(id) ?? new Blob())
  let film = storyboard
  let painter = new FilmPainter(compositor, film, readPhoto, drawOverlay)
  const paint = async (index: number): Promise<VideoFrame> => {
    try {
      return toVideoFrame(compositor, await painter.paint(index), index, film.fps)
    } catch (cause) {
      const rest = cause instanceof UnreadablePhoto ? withoutPhoto(film, cause.photoId) : null
      if (!rest) throw cause
      await painter.close()
      film = rest
      painter = new FilmPainter(compositor, film, readPhoto, drawOverlay)
      return paint(index)
    }
  }
  return { paint, close: () => painter.close() }
}
