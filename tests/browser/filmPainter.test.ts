import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PLAIN_LOOK, WHOLE_STAGE, type Shot, type Storyboard, type Transition } from '@/domain/storyboard'
import { Compositor } from '@/render/compositor/Compositor'
import wasmUrl from '@/render/compositor/compositor.wasm?url'
import { hash } from '@/render/compositor/testPictures'
import { FilmPainter } from '@/render/film/FilmPainter'
import { UnreadablePhoto } from '@/render/film/UnreadablePhoto'
import { withoutPhoto } from '@/render/film/withoutPhoto'
import { drawOverlay } from '@/render/text/drawOverlay'
import { landscape, paintPhoto } from './paintedPhotos'

const SHOT_FRAMES = 12
const KINDS = ['dissolve', 'push', 'wipe', 'black'] as const

/** A film of one photo after the other, every fourth one with another beside it. */
function filmOf(photoIds: readonly string[]): Storyboard {
  const shots = photoIds.map((photoId, index): Shot => {
    const startFrame = index * SHOT_FRAMES
    const transition: Transition = {
      kind: KINDS[index % 4] ?? 'cut',
      direction: 'left',
      frames: index ? 5 : 0,
    }
    const panel = (id: string, x: number, width: number) => ({
      photoId: id,
      area: { ...WHOLE_STAGE, x, width },
      fit: index % 3 ? ('cover' as const) : ('contain' as const),
      from: { zoom: 1, centerX: 0.5, centerY: 0.5 },
      to: { zoom: 1.2, centerX: 0.4, centerY: 0.5 },
    })
    const beside = photoIds[(index + 1) % photoIds.length]
    const isPair = index % 4 === 3 && beside
    return {
      panels: isPair ? [panel(photoId, 0, 0.5), panel(beside, 0.5, 0.5)] : [panel(photoId, 0, 1)],
      startFrame,
      endFrame: startFrame + SHOT_FRAMES + 5,
      motionEndFrame: startFrame + SHOT_FRAMES,
      transition,
      reasons: [],
    }
  })
  const [width, height] = [320, 180]
  return {
    style: 'vintage',
    width,
    height,
    fps: 30,
    frameCount: photoIds.length * SHOT_FRAMES,
    stage: { x: 0, y: 10, width, height: height - 20 },
    look: { ...PLAIN_LOOK, saturation: 0.8, vignette: 0.4, grain: 0.3, jitter: 0.004, flicker: 0.3 },
    lettering: 'serif',
    fadeInFrames: 3,
    fadeOutFrames: 3,
    shots,
    overlays: [
      {
        kind: 'caption',
        photoId: null,
        text: 'A day',
        subtitle: '',
        startFrame: 5,
        endFrame: 20,
        fadeFrames: 3,
      },
    ],
    leaks: [{ startFrame: 20, endFrame: 40, strength: 0.6, seed: 4 }],
    chapters: [],
    soundtrack: { kind: 'none' },
    leftOut: [],
  }
}

const files = new Map<string, Blob>()
async function photos(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => crypto.randomUUID())
  for (const [index, id] of ids.entries()) {
    const [width, height] = index % 2 ? [500, 700] : [800, 600]
    files.set(id, await paintPhoto(width, height, landscape))
  }
  return ids
}

let compositor: Compositor
let used: number
beforeEach(async () => {
  compositor = await Compositor.create(await (await fetch(wasmUrl)).arrayBuffer())
  used = compositor.memory.usedBytes
})
afterEach(() => files.clear())

const painterOf = (film: Storyboard) =>
  new FilmPainter(compositor, film, (id) => Promise.resolve(files.get(id) ?? new Blob()), drawOverlay)

async function hashes(film: Storyboard, frames: readonly number[]): Promise<Map<number, string>> {
  const painter = painterOf(film)
  const found = new Map<number, string>()
  for (const frame of frames) found.set(frame, hash(compositor, await painter.paint(frame)))
  await painter.close()
  expect(compositor.memory.usedBytes).toBe(used)
  return found
}

describe('the painter of a film', () => {
  it('paints a frame the same in whatever order it is asked for', async () => {
    const film = filmOf(await photos(5))
    const forward = Array.from({ length: film.frameCount }, (_, frame) => frame)
    const jumping = [59, 3, 40, 17, 18, 33, 2, 38, 12, 52, 25, 5, 0]
    const [one, other] = [await hashes(film, forward), await hashes(film, jumping)]
    for (const frame of jumping) expect(other.get(frame), `frame ${frame}`).toBe(one.get(frame))
    expect(new Set(one.values()).size).toBeGreaterThan(50)
  })

  it('needs no more memory for many photos than for a few', async () => {
    const peak = async (count: number) => {
      const film = filmOf(await photos(count))
      const painter = painterOf(film)
      let most = 0
      for (let frame = 0; frame < film.frameCount; frame += 2) {
        await painter.paint(frame)
        most = Math.max(most, compositor.memory.usedBytes)
      }
      await painter.close()
      expect(compositor.memory.usedBytes).toBe(used)
      return most
    }
    expect(await peak(24)).toBeLessThanOrEqual((await peak(8)) * 1.05)
  })

  it('loads ahead only what there is room for, and nothing for what it will not paint', async () => {
    const film = filmOf(await photos(3))
    const readsFor = async (mostPhotos: number, endFrame?: number) => {
      let reads = 0
      const read = (id: string) => {
        reads += 1
        return Promise.resolve(files.get(id) ?? new Blob())
      }
      const painter = new FilmPainter(compositor, film, read, drawOverlay, mostPhotos)
      await painter.paint(0, endFrame)
      await painter.close()
      return reads
    }
    const needed = await readsFor(1)
    expect(await readsFor(4, 1)).toBe(needed)
    expect(await readsFor(4)).toBeGreaterThan(needed)
  })

  it('says which photo cannot be read, and the film goes on without it', async () => {
    const ids = await photos(4)
    const [, broken] = ids
    if (!broken) throw new Error('no photo')
    files.set(broken, new Blob(['not a photo'], { type: 'image/jpeg' }))
    const film = filmOf(ids)
    const painter = painterOf(film)
    await painter.paint(8)
    const failure = await painter.paint(14).catch((cause: unknown) => cause)
    expect(failure).toBeInstanceOf(UnreadablePhoto)
    expect(failure).toMatchObject({ photoId: broken })
    const rest = withoutPhoto(film, broken)
    if (!rest) throw new Error('no film')
    await painter.change(rest)
    const frames = [14, 20, 40]
    const found = new Map<number, string>()
    for (const frame of frames) found.set(frame, hash(compositor, await painter.paint(frame)))
    await painter.close()
    expect(found).toEqual(await hashes(rest, frames))
  })

  it('goes on with a changed film without loading its photos again', async () => {
    const film = filmOf(await photos(3))
    let reads = 0
    const read = (id: string) => {
      reads += 1
      return Promise.resolve(files.get(id) ?? new Blob())
    }
    const painter = new FilmPainter(compositor, film, read, drawOverlay)
    const paint = async () => hash(compositor, await painter.paint(10))
    const before = await paint()
    const readsBefore = reads
    await painter.change({ ...film, overlays: film.overlays.map((text) => ({ ...text, text: 'A week' })) })
    expect(await paint()).not.toBe(before)
    expect(reads).toBe(readsBefore)
    await painter.change({ ...film, look: { ...film.look, saturation: 0 } })
    expect(await paint()).not.toBe(before)
    expect(reads).toBeGreaterThan(readsBefore)
    await painter.change({ ...film, width: 160, height: 90, stage: { x: 0, y: 0, width: 160, height: 90 } })
    expect((await painter.paint(10)).width).toBe(160)
    await painter.change(film)
    expect(await paint()).toBe(before)
    await painter.close()
    expect(compositor.memory.usedBytes).toBe(used)
  })

  it('stops when a file cannot be fetched, with the reason', async () => {
    const film = filmOf(await photos(2))
    const painter = new FilmPainter(compositor, film, () => Promise.reject(new Error('offline')), drawOverlay)
    await expect(painter.paint(0)).rejects.toThrow('offline')
    await painter.close()
    expect(compositor.memory.usedBytes).toBe(used)
  })
})
