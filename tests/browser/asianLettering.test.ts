import { describe, expect, it } from 'vitest'
import type { Lettering, Overlay } from '@/domain/storyboard'
import type { TextFrame } from '@/render/text/canvas'
import { drawOverlay } from '@/render/text/drawOverlay'
import { loadFonts } from '@/render/text/fonts'

const says = (text: string): Overlay => ({
  kind: 'caption',
  text,
  subtitle: '',
  photoId: null,
  startFrame: 0,
  endFrame: 60,
  fadeFrames: 0,
})
const frame = (lettering: Lettering): TextFrame => ({
  width: 640,
  height: 360,
  lettering,
  stage: { x: 0, y: 0, width: 640, height: 360 },
})

/** A caption as a film of this language draws it. */
async function drawn(lettering: Lettering, text: string, language?: string) {
  const overlay = says(text)
  const isWhole = await loadFonts({ lettering, overlays: [overlay], ...(language && { language }) })
  expect(isWhole).toBe(true)
  const { pixels } = drawOverlay(overlay, frame(lettering))
  let mark = 0
  for (const [index, value] of pixels.entries()) mark = (Math.imul(mark, 31) + value + index) | 0
  return mark
}
const loadedFaces = () => [...document.fonts].filter(({ status }) => status === 'loaded')
const asian = () => [...document.fonts].filter(({ family }) => family.includes('Asian'))

describe('texts in the writing of Korea, Japan and China', () => {
  it('need nothing of these fonts where they are not used', async () => {
    await drawn('serif', 'A day at the lake', 'ja')
    expect(asian()).toEqual([])
  })

  it('are drawn with the film’s own fonts, of which only the files with their signs come', async () => {
    for (const lettering of ['serif', 'bold', 'cinema', 'typewriter'] as const) {
      await drawn(lettering, '호숫가의 주말', 'ko')
      const loaded = loadedFaces().filter(({ family }) => family.includes('Asian'))
      expect(loaded.length).toBeGreaterThan(0)
      expect(loaded.length).toBeLessThan(12)
    }
  })

  it('draw the same character as the readers of the film write it', async () => {
    const character = '直骨底'
    for (const lettering of ['serif', 'bold'] as const) {
      const japanese = await drawn(lettering, character, 'ja')
      const chinese = await drawn(lettering, character, 'zh')
      expect(japanese).not.toBe(chinese)
      // Whatever was drawn between, a film looks the same every time.
      expect(await drawn(lettering, character, 'ja')).toBe(japanese)
    }
  })

  it('follow kana and Hangul where the film was asked for in another language', async () => {
    expect(await drawn('serif', '湖畔の週末', 'en')).toBe(await drawn('serif', '湖畔の週末', 'ja'))
    expect(await drawn('bold', '가을 단풍', 'de')).toBe(await drawn('bold', '가을 단풍', 'ko'))
  })
})
