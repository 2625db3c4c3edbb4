import { afterEach, describe, expect, it } from 'vitest'
import type { Storyboard } from '@/domain/storyboard'
import { Compositor } from '@/render/compositor/Compositor'
import wasmUrl from '@/render/compositor/compositor.wasm?url'
import { psnr } from '@/render/compositor/reference'
import { samples } from '@/render/compositor/testPictures'
import { FilmPainter } from '@/render/film/FilmPainter'
import { GOLDEN_EFFECTS, paintGoldenEffects } from '@/render/film/goldenEffects'
import { GOLDEN_FRAMES, paintGoldenScene } from '@/render/film/goldenScene'
import { sceneAt } from '@/render/film/timeline'
import { renderFilm, type RenderedFilm } from '@/render/renderFilm'
import { drawOverlay } from '@/render/text/drawOverlay'
import { directFilm } from '@/story/directFilm'
import { landscape, paintPhoto } from './paintedPhotos'
import { readFilm } from './readFilm'

const loadCompositor = async () => Compositor.create(await (await fetch(wasmUrl)).arrayBuffer())

let film: RenderedFilm | undefined
afterEach(() => film?.discard())

/** The Y plane of a frame as the compositor paints it here, without any encoder. */
async function paintLuma(storyboard: Storyboard, files: ReadonlyMap<string, Blob>, index: number) {
  const compositor = await loadCompositor()
  const read = (id: string) => Promise.resolve(files.get(id) ?? new Blob())
  const painter = new FilmPainter(compositor, storyboard, read, drawOverlay)
  const frame = await painter.paint(index)
  return { luma: samples(compositor, frame.y), layers: sceneAt(storyboard, index).layers.length }
}

describe('the frames of a film', () => {
  it('are, bit for bit, what Node paints', async () => {
    const compositor = await loadCompositor()
    expect(paintGoldenScene(compositor)).toEqual(GOLDEN_FRAMES)
    expect(paintGoldenEffects(compositor)).toEqual(GOLDEN_EFFECTS)
  })

  it('come out of the file as the compositor painted them, each at its time', async () => {
    const sizes = [
      [2000, 1300],
      [900, 1200],
      [1600, 1200],
    ] as const
    const photos = await Promise.all(
      sizes.map(async ([width, height]) => ({
        id: crypto.randomUUID(),
        width,
        height,
        takenAt: null,
        caption: '',
        file: await paintPhoto(width, height, landscape),
      })),
    )
    const files = new Map(photos.map(({ id, file }) => [id, file]))
    const storyboard = directFilm({
      photos,
      title: '',
      subtitle: '',
      style: 'classic',
      durationSeconds: 6,
      width: 1280,
      height: 720,
      fps: 30,
    })
    film = await renderFilm(
      {
        storyboard,
        photos: photos.map(({ id, file }) => ({ id, read: () => Promise.resolve(file) })),
        outputName: 'x',
      },
      { signal: new AbortController().signal, onProgress: () => undefined },
    )
    const written = await readFilm(film.file)
    const dissolve = (storyboard.shots[1]?.startFrame ?? 0) + 10
    let blended = 0
    for (const index of [15, 45, 59, 60, dissolve, 90, 130, 160]) {
      const painted = await paintLuma(storyboard, files, index)
      const seen = await written.luma((index + 0.5) / storyboard.fps)
      expect(psnr(seen, painted.luma), `frame ${index}`).toBeGreaterThan(35)
      blended += painted.layers - 1
    }
    expect(blended).toBeGreaterThan(0)
    // A frame four later is measurably another one: times are right.
    const seen = await written.luma(45.5 / storyboard.fps)
    const [same, later] = await Promise.all([45, 49].map((index) => paintLuma(storyboard, files, index)))
    expect(psnr(seen, later?.luma ?? [])).toBeLessThan(psnr(seen, same?.luma ?? []) - 3)
  })
})
