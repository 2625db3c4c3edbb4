import { describe, expect, test } from 'vitest'
import { isKeepable, wayOf } from './wayOf'

const known = {
  origin: 'https://photos.example',
  sharePath: '/share-target',
  files: ['/theme.js', '/favicon.svg'],
}
const asked = (path: string, change: { method?: string; mode?: string; hasRange?: boolean } = {}) => ({
  method: 'GET',
  mode: 'cors',
  hasRange: false,
  ...change,
  url: new URL(path, known.origin).href,
})
const way = (...request: Parameters<typeof asked>) => wayOf(asked(...request), known)
const navigate = { mode: 'navigate' }

test.each([
  '/',
  '/projects',
  '/projects/new?shared=1',
  '/projects/6f1c/',
  '/settings#profile',
  '/sign-in?next=%2F',
])('the page of the build is opened at %s', (path) => {
  expect(way(path, navigate)).toBe('page')
})

test('the files of the build are its own', () => {
  expect(way('/assets/index-BwJ2.js')).toBe('asset')
  expect(way('/assets/inter-latin.woff2')).toBe('asset')
  expect(way('/theme.js')).toBe('file')
})

describe('the worker stays out of', () => {
  test.each([
    ['a row', '/rest/v1/video_projects?select=*', {}],
    ['an account', '/auth/v1/token?grant_type=refresh_token', { method: 'POST' }],
    ['a signed address', '/storage/v1/object/sign/photos/a.jpg?token=eyJ', {}],
    ['a signed address that somebody opens', '/storage/v1/object/sign/photos/a.jpg?token=eyJ', navigate],
    ['a function', '/functions/v1/shared-film', { method: 'POST' }],
    ['a film behind a link', '/s/abc', navigate],
    ['another host', 'https://elsewhere.example/assets/index-BwJ2.js', {}],
    ['a part of a file', '/assets/film.mp4', { hasRange: true }],
    ['a file with a question', '/assets/index-BwJ2.js?v=2', {}],
    ['a path out of the folder', '/assets/../rest/v1/users', {}],
    ['a file below a page', '/projects/a.jpg', navigate],
    ['a change', '/projects', { method: 'DELETE' }],
    ['a share that no form has sent', '/share-target', { method: 'POST' }],
    ['itself', '/sw.js', {}],
  ])('%s: %s', (_, path, change) => {
    expect(way(path, change)).toBe('past')
  })
})

test('a form with photos is taken', () => {
  expect(way('/share-target', { method: 'POST', ...navigate })).toBe('share')
})

describe('an answer is kept', () => {
  const answer = (change: object = {}) => ({
    status: 200,
    type: 'basic' as const,
    redirected: false,
    headers: new Headers({ 'content-type': 'text/javascript' }),
    ...change,
  })
  test('when it is what was asked for', () => {
    expect(isKeepable(answer())).toBe(true)
  })
  test.each([
    ['a refusal', { status: 404 }],
    ['a part', { status: 206 }],
    ['another host’s', { type: 'opaque' }],
    ['one from elsewhere', { redirected: true }],
    ['the page in place of a file', { headers: new Headers({ 'content-type': 'text/html; charset=utf-8' }) }],
  ])('never: %s', (_, change) => {
    expect(isKeepable(answer(change))).toBe(false)
  })
})
