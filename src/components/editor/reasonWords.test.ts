import { describe, expect, test } from 'vitest'
import { because, REASON_CODES } from '@/story/reasons'
import { reasonsAbout, reasonWords } from './reasonWords'

const numberOf = (photoId: string) => (photoId === 'third' ? 3 : undefined)
const values = { title: 'Bovec', shown: 4, photos: 9, seconds: 3.5, faces: 2, count: 5, photoId: 'third' }
const words = (...reason: Parameters<typeof because>) => reasonWords(because(...reason), numberOf)

test.each(REASON_CODES)('%s is a sentence with all it needs', (code) => {
  expect(words(code, values)).toMatch(/^[A-Z“][^{}]+\.$/)
  expect(words(code, values)).not.toContain('undefined')
})

test('no two reasons read the same', () => {
  const sentences = REASON_CODES.map((code) => words(code, values))
  expect(new Set(sentences).size).toBe(REASON_CODES.length)
})

describe('the sentence', () => {
  test('carries what the director says', () => {
    expect(words('opens_chapter', values)).toBe('It opens the chapter “Bovec”.')
    expect(words('ends_on_faces', { faces: 1 })).toBe('The camera moves towards the face.')
    expect(words('ends_on_faces', { faces: 2 })).toBe('The camera moves towards the 2 faces.')
    expect(words('similar_to', values)).toBe('It is left out: photo 3 is a better one of the same moment.')
    expect(words('no_time', values)).toBe('It is left out: there is time for 4 of 9 different photos.')
  })
  test('says less where less is known', () => {
    expect(words('opens_chapter', { title: '' })).toBe('It opens a chapter.')
    expect(words('similar_to', { photoId: 'gone' })).toBe(
      'It is left out: there is a better photo of the same moment.',
    )
    expect(reasonWords({ code: 'of_tomorrow', values: {} }, numberOf)).toBeNull()
  })
})

test('a photo is told what is about it and about its whole shot, not what is about the photo beside it', () => {
  const reasons = [
    because('paired', { count: 2 }),
    because('kept_by_you', { of: 'second' }),
    because('ends_on_faces', { faces: 1, of: 'third' }),
  ]
  const codes = (photoId: string) => reasonsAbout(reasons, photoId).map(({ code }) => code)
  expect(codes('second')).toEqual(['paired', 'kept_by_you'])
  expect(codes('third')).toEqual(['paired', 'ends_on_faces'])
})
