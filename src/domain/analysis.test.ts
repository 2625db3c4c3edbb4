import { expect, test } from 'vitest'
import { storedAnalysisSchema, type Analysis } from './analysis'
import { draftPhotoSchema } from './draft'
import { draftPhoto } from './draftPhoto.fixture'

const seen: Analysis = {
  version: 1,
  faces: [{ x: 0.2, y: 0.1, width: 0.3, height: 0.4, score: 0.9 }],
  focus: null,
  sharpness: 0.8,
  brightness: 0.5,
  clipped: 0,
  hash: '0123456789abcdef',
  camera: null,
  town: null,
  utcOffsetMinutes: 120,
}

test('what was seen is read as it was stored', () => {
  expect(storedAnalysisSchema.parse(JSON.parse(JSON.stringify(seen)))).toEqual(seen)
})

test('photos never looked at, or by other code, are as if never seen', () => {
  for (const stored of [{}, null, undefined, 'seen', { ...seen, version: 2 }, { ...seen, sharpness: 7 }]) {
    expect(storedAnalysisSchema.parse(stored)).toBeNull()
  }
})

test('a draft keeps a HEIC', () => {
  const photo = draftPhoto('IMG_1.HEIC')
  const heic = { ...photo, facts: { ...photo.facts, mimeType: 'image/heic' } }
  expect(draftPhotoSchema.parse(heic).facts.mimeType).toBe('image/heic')
})
