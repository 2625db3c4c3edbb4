import { describe, expect, it } from 'vitest'
import type { Shot, Storyboard } from '@/domain/storyboard'
import { compositorFromDisk } from '../compositor/compositorFromDisk'
import { hash, paintPicture } from '../compositor/testPictures'
import { FramePainter } from '../film/FramePainter'
import { captionOf, filmOf, SHOT_FRAMES } from './film.fixture'
import { digest, segmentAt, segmentCount, segmentFrames, segmentKey } from './segmentKey'

const HASHES = new Map<string, string>()
const keysOf = (film: Storyboard, hashes = HASHES, engine = 'engine', config: object = { codec: 'vp9' }) =>
  Promise.all(
    Array.from({ length: segmentCount(film) }, (_, index) => segmentKey(film, index, hashes, engine, config)),
  )

/** Indexes of the segments that have to be made again. */
async function changed(before: Storyboard, after: Storyboard): Promise<number[]> {
  const [one, other] = await Promise.all([keysOf(before), keysOf(after)])
  return other.flatMap((key, index) => (key === one[index] ? [] : [index]))
}

function withShot(film: Storyboard, index: number, change: (shot: Shot) => Partial<Shot>): Storyboard {
  return {
    ...film,
    shots: film.shots.map((shot, at) => (at === index ? { ...shot, ...change(shot) } : shot)),
  }
}

// Four shots of four seconds: eight segments, two to a shot; a shot is seen for half a second of the next one's time.
const film = filmOf([1, 2, 3, 4])
const ALL = [0, 1, 2, 3, 4, 5, 6, 7]

describe('the segments of a film', () => {
  it('are two seconds long, but for the last', () => {
    const odd = { fps: 24, frameCount: 100 }
    expect(segmentCount(odd)).toBe(3)
    expect([0, 2].map((index) => segmentFrames(odd, index))).toEqual([
      { startFrame: 0, endFrame: 48 },
      { startFrame: 96, endFrame: 100 },
    ])
    expect([0, 47, 48, 99].map((frame) => segmentAt(odd, frame))).toEqual([0, 0, 1, 2])
  })
})

describe('the key of a segment', () => {
  it('is the same whenever and by whomever the film was planned, and differs along the film', async () => {
    const keys = await keysOf(film)
    const again: Storyboard = JSON.parse(JSON.stringify(film))
    expect(await keysOf(again)).toEqual(keys)
    expect(new Set(keys).size).toBe(8)
    expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true)
  })

  it('does not depend on the order in which things are written down', async () => {
    expect(await digest({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(await digest({ b: [{ d: 3, c: 2 }], a: 1 }))
  })

  it('changes with a caption only where that is seen', async () => {
    const captioned = (text: string) => ({ ...film, overlays: [captionOf(text, 130, 200)] })
    expect(await changed(captioned('At the lake'), captioned('At the sea'))).toEqual([2, 3])
    expect(await changed(film, captioned('At the lake'))).toEqual([2, 3])
  })

  it('stays where a caption only ends as the segment begins', async () => {
    const captioned = (text: string) => ({ ...film, overlays: [captionOf(text, 60, 120)] })
    expect(await changed(captioned('At the lake'), captioned('At the sea'))).toEqual([1])
  })

  it('changes with the lettering, and with fonts that are missing, only where there are texts', async () => {
    const captioned = { ...film, overlays: [captionOf('At the lake', 130, 200)] }
    expect(await changed(captioned, { ...captioned, lettering: 'bold' })).toEqual([2, 3])
    const keys = await keysOf(captioned)
    const marked = await Promise.all(
      ALL.map((index) =>
        segmentKey(captioned, index, HASHES, 'engine', { codec: 'vp9' }, 'the system’s fonts'),
      ),
    )
    expect(ALL.filter((index) => marked[index] !== keys[index])).toEqual([2, 3])
  })

  it.each<[string, (film: Storyboard) => Storyboard, number[]]>([
    ['a panel', (f) => withShot(f, 1, ({ panels }) => ({ panels: panels.map((p) => ({ ...p, fit: 'contain' })) })), [2, 3, 4]],
    ['a transition', (f) => withShot(f, 2, (s) => ({ transition: { ...s.transition, kind: 'push' } })), [4, 5, 6]],
    ['where a move ends', (f) => withShot(f, 3, () => ({ motionEndFrame: 400 })), [6, 7]],
    ['a leak of light', (f) => ({ ...f, leaks: [{ startFrame: 70, endFrame: 110, strength: 0.5, seed: 1 }] }), [1]],
    ['the fade at the end', (f) => ({ ...f, fadeOutFrames: 20 }), [7]],
    ['the fade at the beginning', (f) => ({ ...f, fadeInFrames: 20 }), [0]],
    ['the look', (f) => ({ ...f, look: { ...f.look, vignette: 0.2 } }), ALL],
    ['the stage', (f) => ({ ...f, stage: { x: 0, y: 4, width: 64, height: 28 } }), ALL],
  ])('changes with %s where it is seen', async (_what, change, expected) => {
    expect(await changed(film, change(film))).toEqual(expected)
  }) // prettier-ignore

  it('stays when something changes that nobody sees', async () => {
    const same: Storyboard = {
      ...withShot(film, 1, () => ({ reasons: [{ code: 'faces', values: { count: 3 } }] })),
      style: 'modern',
      chapters: [{ title: 'One', subtitle: '', startFrame: 0 }],
      leftOut: [{ photoId: 'other', reason: { code: 'duplicate', values: {} } }],
    }
    expect(await changed(film, same)).toEqual([])
  })

  it('goes by what a photo shows, not by its id', async () => {
    const ids = [...new Set(film.shots.flatMap(({ panels }) => panels.map(({ photoId }) => photoId)))]
    const hashes = (second: string) =>
      new Map(ids.map((id, index) => [id, index === 1 ? second : `h${index}`]))
    const keys = await keysOf(film, hashes('h1'))
    const others = await keysOf(film, hashes('another'))
    expect(others.map((key, index) => key === keys[index])).toEqual(
      ALL.map((index) => ![2, 3, 4].includes(index)),
    )
    const renamed = filmOf([11, 12, 13, 14])
    const moved = new Map(renamed.shots.map(({ panels }, index) => [panels[0]?.photoId ?? '', `h${index}`]))
    expect(await keysOf(renamed, moved)).toEqual(keys)
  })

  it('changes with the engine and with the encoder', async () => {
    const keys = await keysOf(film)
    for (const others of [await keysOf(film, HASHES, 'next'), await keysOf(film, HASHES, 'engine', { codec: 'av1' })]) {
      expect(others.filter((key) => keys.includes(key))).toEqual([])
    }
  }) // prettier-ignore
})

describe('segments with the same key', () => {
  /** Hashes of every tenth frame of a segment. */
  async function paint(storyboard: Storyboard, index: number): Promise<string[]> {
    const compositor = await compositorFromDisk()
    const painter = new FramePainter(compositor, storyboard, () => {
      throw new Error('no text here')
    })
    const { startFrame, endFrame } = segmentFrames(storyboard, index)
    const hashes: string[] = []
    for (let frame = startFrame; frame < endFrame; frame += 10) {
      painter.paint(frame, ({ photoId }) => ({
        picture: paintPicture(compositor, 80, 60, Number(photoId.slice(-2))),
        size: { width: 80, height: 60 },
        fill: null,
      }))
      hashes.push(hash(compositor, painter.frame))
    }
    return hashes
  }
  const longer = filmOf([9, 1, 2, 3, 4])
  const shots = SHOT_FRAMES / 60

  it('show the same frames, also at another place of another film', async () => {
    const [keys, later] = [await keysOf(film), await keysOf(longer)]
    for (const index of [3, 5]) {
      expect(later[index + shots]).toBe(keys[index])
      expect(await paint(longer, index + shots)).toEqual(await paint(film, index))
    }
  })

  it('do not exist at another place where each frame has its own grain', async () => {
    const look = { ...film.look, grain: 0.5 }
    const [grained, later] = [
      { ...film, look },
      { ...longer, look },
    ]
    expect(await paint(later, 5)).not.toEqual(await paint(grained, 3))
    expect((await keysOf(later))[5]).not.toBe((await keysOf(grained))[3])
  })
})
