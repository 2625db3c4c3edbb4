import { expect, test } from 'vitest'
import type { Overlay } from '@/domain/storyboard'
import { asianLanguages } from './asianLanguages'

const says = (text: string): Overlay => ({
  kind: 'caption',
  photoId: null,
  text,
  subtitle: '',
  startFrame: 0,
  endFrame: 30,
  fadeFrames: 0,
})
const of = (language: string, ...texts: string[]) => asianLanguages({ overlays: texts.map(says), language })

test('most films need no font of Asia', () => {
  expect(of('ja', 'Café at the lake', '— 2024')).toEqual([])
})
test('Hangul and kana tell whose they are, whatever language the film was asked for in', () => {
  expect(of('en', '호숫가의 주말')).toEqual(['ko'])
  expect(of('zh', '湖畔の週末').at(-1)).toBe('zh')
  expect(of('de', '湖畔の週末')).toEqual(['ja'])
})
test('Chinese characters alone are drawn as the language of the film draws them', () => {
  expect(of('ja', '直骨')).toEqual(['ja'])
  expect(of('ko-KR', '直骨')).toEqual(['ko'])
  expect(of('zh', '直骨')).toEqual(['zh'])
  expect(of('en', '直骨')).toEqual(['zh'])
})
test('a film with several scripts gets the fonts of all, and the characters of its own language', () => {
  expect(of('ko', '大阪の夜', '오사카의 밤')).toEqual(['ja', 'ko'])
  expect(of('ja', '大阪の夜', '오사카의 밤')).toEqual(['ko', 'ja'])
  expect(of('fr', '大阪の夜', '오사카의 밤')).toEqual(['ko', 'ja'])
})
