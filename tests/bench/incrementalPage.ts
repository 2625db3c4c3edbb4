import { renderFilm } from '@/render/renderFilm'
import { forgetSegments } from '@/render/segments/forgetSegments'
import { directFilm } from '@/story/directFilm'
import { composeScore } from '@/story/music/composeScore'
import { benchCaption, loadBenchPhotos, type BenchPhoto } from './benchPhotos'
import type { BenchWishes } from './page'

/** What `incremental.mjs` asks of the page: the same film several times. */

let wishes: BenchWishes | undefined
let photos: BenchPhoto[] = []
let framesDone = 0

/**
 * Makes the film as the product does: director, score, engine. Photos are known by `edition`, so that a film can be new
 * to this device or not.
 * @param newCaption whether one caption in the middle of the film says something else than at first
 */
async function film(edition: string, newCaption: boolean) {
  if (!wishes) throw new Error('not prepared')
  const { seconds, format, music, names: _, ...shape } = wishes
  framesDone = 0
  const started = performance.now()
  const captions = photos.map((photo, index) => benchCaption(photo, index))
  const changed = captions.findIndex((caption, index) => caption && index >= captions.length / 2)
  if (changed < 0) throw new Error('no photo of the second half has a caption')
  if (newCaption) captions[changed] = (captions[changed] ?? '').split('').reverse().join('')
  const storyboard = directFilm({
    photos: photos.map((photo, index) => ({ ...photo, takenAt: null, caption: captions[index] ?? '' })),
    title: 'A summer to remember',
    subtitle: `${photos.length} photos`,
    durationSeconds: seconds,
    ...shape,
    music: music ? { kind: 'score', mood: 'auto', seed: 1 } : { kind: 'none' },
  })
  const made = await renderFilm(
    {
      storyboard,
      photos: photos.map(({ id, file }) => ({
        id,
        contentHash: `${edition} ${id}`,
        read: () => Promise.resolve(file),
      })),
      outputName: 'bench',
      format,
      score: music ? composeScore(storyboard) : null,
    },
    {
      signal: new AbortController().signal,
      onProgress: (progress) => {
        framesDone = progress.framesDone
      },
    },
  )
  const wallSeconds = (performance.now() - started) / 1000
  await made.discard()
  const { codec, segments, stages } = made
  return { wallSeconds, frames: storyboard.frameCount, codec, segments, stages }
}

Object.assign(window, {
  incremental: {
    prepare: async (asked: BenchWishes) => {
      wishes = asked
      photos = await loadBenchPhotos(asked.names)
    },
    film,
    framesDone: () => framesDone,
    forget: forgetSegments,
  },
})
