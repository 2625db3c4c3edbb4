import { describe, expect, it, vi } from 'vitest'
import { letteringSchema, type Lettering, type Overlay } from '@/domain/storyboard'
import type { DrawnOverlay, TextFrame } from '@/render/text/canvas'
import { drawOverlay } from '@/render/text/drawOverlay'
import { loadFonts } from '@/render/text/fonts'

const LETTERINGS = letteringSchema.options
const SIZES = [
  [640, 360],
  [360, 640],
  [480, 480],
  [480, 600],
] as const

const film = (lettering: Lettering, [width, height]: readonly [number, number]): TextFrame => {
  const stageHeight = lettering === 'cinema' ? 2 * Math.round(height * 0.372) : height
  return {
    width,
    height,
    lettering,
    stage: { x: 0, y: (height - stageHeight) / 2, width, height: stageHeight },
  }
}

const overlay = (kind: Overlay['kind'], text: string, subtitle = ''): Overlay => ({
  kind,
  text,
  subtitle,
  photoId: null,
  startFrame: 0,
  endFrame: 60,
  fadeFrames: 0,
})

const LONG =
  'The summer in which we finally went to see the northern lights with everyone, Grandma and the dogs too'

/** Where a drawing is as bright as ink on a screen, or as dark as ink on paper, in pixels of the frame. */
function inked({ x, y, width, pixels }: DrawnOverlay, isInk: (rgb: readonly number[]) => boolean) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity, pixels: 0 }
  for (let index = 0; index < pixels.length; index += 4) {
    if ((pixels[index + 3] ?? 0) < 230 || !isInk([...pixels.subarray(index, index + 3)])) continue
    const across = x + ((index / 4) % width)
    const down = y + Math.floor(index / 4 / width)
    box.left = Math.min(box.left, across)
    box.right = Math.max(box.right, across)
    box.top = Math.min(box.top, down)
    box.bottom = Math.max(box.bottom, down)
    box.pixels += 1
  }
  return box
}

const inkOf = (lettering: Lettering) =>
  lettering === 'typewriter'
    ? ([r, g]: readonly number[]) => (r ?? 255) < 90 && (g ?? 255) < 80
    : ([r, g]: readonly number[]) => (r ?? 0) > 200 && (g ?? 0) > 190

/** `toEqual` takes seconds for this many numbers. */
const looksLike = (one: DrawnOverlay, other: DrawnOverlay) =>
  one.pixels.length === other.pixels.length &&
  one.pixels.every((value, index) => value === other.pixels[index])

describe('every lettering', () => {
  it('shows long titles, cards and captions to their last word, clear of the edges, in every aspect', async () => {
    const faults: string[] = []
    for (const lettering of LETTERINGS) {
      const overlays = (['title', 'chapter', 'caption'] as const).map((kind) => overlay(kind, LONG))
      await loadFonts({ lettering, overlays })
      for (const size of SIZES) {
        const frame = film(lettering, size)
        for (const text of overlays) {
          const drawn = drawOverlay(text, frame)
          const check = (isRight: boolean, fault: string) => {
            if (!isRight) faults.push(`${lettering} ${text.kind} ${size.join('x')}: ${fault}`)
          }
          check(
            [drawn.x, drawn.y, drawn.width, drawn.height].every((side) => side % 2 === 0),
            'odd pixels',
          )
          check(drawn.x + drawn.width <= frame.width, 'wider than the frame')
          check(drawn.y + drawn.height <= frame.height, 'higher than the frame')
          const other = drawOverlay({ ...text, text: LONG.replace(/too$/, 'two') }, frame)
          check(!looksLike(drawn, other), 'its last word is missing')
          const ink = inked(drawn, inkOf(lettering))
          check(ink.pixels > 300, 'hardly any ink')
          check(ink.left > frame.width * 0.04 && ink.right < frame.width * 0.96, 'too near the sides')
          check(ink.top > frame.height * 0.04 && ink.bottom < frame.height * 0.98, 'too near top or foot')
        }
      }
    }
    expect(faults).toEqual([])
  })

  it('draws a word in letters of its own, larger as a title than on a card, larger there than as a caption', async () => {
    const titles = new Set<number>()
    for (const lettering of LETTERINGS) {
      const overlays = [overlay('title', 'Lake'), overlay('chapter', 'Lake'), overlay('caption', 'Lake')]
      await loadFonts({ lettering, overlays })
      const [title = 0, card = 0, caption = 0] = overlays.map(
        (text) => inked(drawOverlay(text, film(lettering, [640, 360])), inkOf(lettering)).pixels,
      )
      expect({ lettering, rising: title > card * 1.2 && card > caption * 1.1 }).toEqual({
        lettering,
        rising: true,
      })
      titles.add(title)
    }
    expect(titles.size).toBe(LETTERINGS.length)
  })

  it('draws nothing for a text of nothing but spaces, and what there is of one that is half empty', () => {
    for (const lettering of LETTERINGS) {
      for (const kind of ['title', 'chapter', 'caption'] as const) {
        const empty = drawOverlay(overlay(kind, ' \u00a0\n', ' '), film(lettering, [480, 270]))
        expect(empty.pixels.every((value) => value === 0)).toBe(true)
        const half = drawOverlay(overlay(kind, ' ', 'June'), film(lettering, [480, 270]))
        expect(half.pixels.some((value) => value > 0)).toBe(kind !== 'caption')
      }
    }
  })

  it('says when a font has not come and the system’s stands in', async () => {
    const overlays = [overlay('title', 'A weekend at the lake')]
    expect(await loadFonts({ lettering: 'serif', overlays })).toBe(true)
    const load = vi.spyOn(FontFaceSet.prototype, 'load')
    load.mockRejectedValueOnce(new DOMException('A network error occurred.', 'NetworkError'))
    expect(await loadFonts({ lettering: 'serif', overlays })).toBe(false)
    load.mockRestore()
    expect(await loadFonts({ lettering: 'serif', overlays: [] })).toBe(true)
  })

  it('draws the same text the same way every time', async () => {
    for (const lettering of LETTERINGS) {
      const title = overlay('title', 'A weekend at the lake', 'June')
      await loadFonts({ lettering, overlays: [title] })
      const frame = film(lettering, [480, 270])
      expect(looksLike(drawOverlay(title, frame), drawOverlay(title, frame))).toBe(true)
    }
  })

  it('sets its title where its design says: in the middle, or at the foot on the left', async () => {
    const places: Record<string, string> = {}
    for (const lettering of LETTERINGS) {
      const title = overlay('title', 'A weekend at the lake')
      await loadFonts({ lettering, overlays: [title] })
      const ink = inked(drawOverlay(title, film(lettering, [640, 360])), inkOf(lettering))
      const third = (from: number, to: number, whole: number) => Math.floor((1.5 * (from + to)) / whole)
      const row = ['top', 'middle', 'foot'][third(ink.top, ink.bottom, 360)] ?? ''
      const isCentred = Math.abs(ink.left + ink.right - 640) < 24
      places[lettering] = `${row}, ${isCentred ? 'centred' : ink.left < 64 ? 'left' : 'elsewhere'}`
    }
    expect(places).toEqual({
      serif: 'middle, centred',
      bold: 'foot, left',
      cinema: 'middle, centred',
      typewriter: 'middle, centred',
    })
  })
})

describe('captions and cards', () => {
  it('stand at the head of the picture where faces are at its foot', async () => {
    for (const lettering of LETTERINGS) {
      for (const kind of ['caption', 'chapter'] as const) {
        const text = overlay(kind, 'Wind from the lake')
        await loadFonts({ lettering, overlays: [text] })
        // Without bars, into which the cinema would write.
        const frame = { ...film(lettering, [360, 640]), stage: { x: 0, y: 0, width: 360, height: 640 } }
        const places = (['top', 'bottom'] as const).map((side) =>
          inked(drawOverlay({ ...text, side }, frame), inkOf(lettering)),
        )
        const [top, bottom] = places
        expect({
          lettering,
          kind,
          isHigh: (top?.bottom ?? 640) < 640 / 3,
          isLow: (bottom?.top ?? 0) > (640 * 3) / 5,
        }).toEqual({ lettering, kind, isHigh: true, isLow: true })
      }
    }
  })
})

describe('fonts', () => {
  it('are fetched only for the lettering and the script of the texts', async () => {
    const overlays = [overlay('title', 'Leto na jezeru')]
    await loadFonts({ lettering: 'cinema', overlays })
    const loaded = [...document.fonts].filter(({ status }) => status === 'loaded')
    const cinzel = loaded.filter(({ family }) => family.includes('Cinzel'))
    expect(cinzel.map(({ unicodeRange }) => unicodeRange.includes('U+0-FF') || unicodeRange)).toEqual([true])
  })
})

describe('the cinematic lettering', () => {
  it('writes captions into the bar below the picture, and long ones over the picture where the bar is too low', async () => {
    const frame = film('cinema', [640, 360])
    const caption = overlay('caption', 'Wind from the lake')
    await loadFonts({ lettering: 'cinema', overlays: [caption] })
    const bar = frame.stage.y + frame.stage.height
    expect(inked(drawOverlay(caption, frame), inkOf('cinema')).top).toBeGreaterThan(bar)
    const withoutBars = { ...frame, stage: { x: 0, y: 0, width: 640, height: 360 } }
    expect(inked(drawOverlay(caption, withoutBars), inkOf('cinema')).top).toBeGreaterThan(250)
    const long = inked(drawOverlay(overlay('caption', LONG.repeat(2)), frame), inkOf('cinema'))
    expect(long.bottom).toBeLessThan(bar)
  })
})

describe('the bold lettering', () => {
  it('stands at the left, and at the right for scripts that are written from there', async () => {
    const frame = film('bold', [640, 360])
    const left = inked(drawOverlay(overlay('caption', 'Wind from the lake'), frame), inkOf('bold'))
    const right = inked(drawOverlay(overlay('caption', 'ריח מן האגם'), frame), inkOf('bold'))
    expect(left.left).toBeLessThan(64)
    expect(right.right).toBeGreaterThan(640 - 64)
    expect(right.left).toBeGreaterThan(320)
  })
})
