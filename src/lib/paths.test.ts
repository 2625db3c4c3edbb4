import { describe, expect, test } from 'vitest'
import { paths, returnPath } from './paths'

test('a link to the sign-in form carries where the person wanted to go', () => {
  const link = paths.signIn('/projects/1?page=2#top')
  expect(link).toBe('/sign-in?next=%2Fprojects%2F1%3Fpage%3D2%23top')
  expect(returnPath(new URLSearchParams(link.split('?')[1]).get('next'))).toBe('/projects/1?page=2#top')
})

describe('after signing in', () => {
  test('nobody asked for anything: the projects', () => {
    expect(returnPath(null)).toBe('/projects')
    expect(returnPath('')).toBe('/projects')
  })
  test.each([
    '//evil.example/x',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '\t//evil.example',
  ])('%j does not lead out of the app', (next) => expect(returnPath(next)).toBe('/projects'))
})
