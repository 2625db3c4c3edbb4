import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DataError } from './errors'
import { errorReport } from './errorReport'
import { addCacheAsSource, addPersonalSource } from './personalWords'
import { makeQueryClient } from './queryClient'
import { SESSION_STORAGE_KEY } from './sessionStore'
import { addSessionAsSource } from './sessionWords'

describe('a report', () => {
  test('says what happened, down to the cause', () => {
    const report = errorReport(new DataError('load the film', 'PGRST116', 406, new TypeError('row missing')))
    expect(report).toContain('DataError [PGRST116]: Could not load the film')
    expect(report).toContain('TypeError: row missing')
  })
  test('says where in the code, and keeps what an engine says of it', () => {
    const report = errorReport(new TypeError("Cannot read properties of undefined (reading 'seconds')"))
    expect(report).toContain("Cannot read properties of undefined (reading 'seconds')")
    expect(report).toMatch(/ at .*errorReport\.test\.ts:\d+:\d+/)
  })
  test.each([['a string'], [undefined], [null], [{ message: 'Ada' }], [new Error()]])(
    'is there whatever was thrown: %o',
    (thrown) => {
      expect(errorReport(thrown)).toContain('page /')
    },
  )
})

describe('nothing in it says who the person is', () => {
  test.each([
    ['an e-mail address', 'ada@example.com is taken', 'ada'],
    ['a uuid', 'no row 0f8fad5b-d9cb-469f-a165-70867728950e', '0f8fad5b'],
    [
      'a token in an address',
      'GET https://x.supabase.co/f.mp4?token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc',
      'token=',
    ],
    ['a token', 'bad jwt eyJhbGciOiJIUzI1NiJ9.e30.sig', 'eyJ'],
    ['a token after a hash', 'at /reset#access_token=secret&type=recovery', 'secret'],
    ['a key', 'key sb_secret_abc123 refused', 'sb_secret'],
    ['the name of a file', 'could not read Grandma 80th.jpg', 'Grandma'],
    ['the quoted name of a file', 'could not read “Oma Erna.HEIC”', 'Erna'],
    ['a quotation', 'no project "The lake house"', 'lake'],
    ['a quotation in single quotes', "no project 'Lake'", 'Lake'],
    ['what could not be parsed', 'Unexpected token \'G\', "Grandma..." is not valid JSON', 'Grandma'],
    ['a value of a row', 'Key (title)=(Lake) already exists', 'Lake'],
    ['a picture', 'failed: data:image/jpeg;base64,/9j/4AAQ', '4AAQ'],
  ])('%s', (_what, message, secret) => {
    const report = errorReport(new Error('outside', { cause: new Error(message) }))
    expect(report).not.toContain(secret)
  })

  describe('what is theirs on this page', () => {
    const client = makeQueryClient()
    let stops: (() => void)[]
    beforeEach(() => {
      stops = [addCacheAsSource(client)]
    })
    afterEach(() => {
      stops.forEach((stop) => stop())
      client.clear()
    })

    test('is taken out wherever it stands: names, titles and captions of what is cached', () => {
      client.setQueryData(['u', 'profile'], { displayName: 'Ada Lovelace', status: 'completed' })
      client.setQueryData(['u', 'projects'], {
        projects: [{ title: 'Tante Käthe (80!)', photos: [{ caption: 'Bötzow' }] }],
      })
      const report = errorReport(
        new Error(
          'Ada saw tante käthe (80!) at /f/Tante%20K%C3%A4the%20(80!) near Bötzow, completed, adamant',
        ),
      )
      expect(report).not.toMatch(/\bAda\b|käthe|K%C3|Bötzow/i)
      expect(report).toContain('completed, adamant')
    })
    test('also what was being sent, and what other places know', () => {
      void client
        .getMutationCache()
        .build(client, { mutationFn: () => new Promise<never>(() => undefined) })
        .execute({ wishes: { title: 'Lakeside' } })
      stops.push(addPersonalSource(() => ({ draft: { photos: [{ facts: { filename: 'Oma' } }] } })))
      const report = errorReport(new Error('Lakeside by Oma'))
      expect(report).toContain('Error: <private> by <private>')
    })
    test('and who is signed in, by name and by address', () => {
      localStorage.setItem(
        SESSION_STORAGE_KEY,
        JSON.stringify({ user: { email: 'joan.c@example.com', user_metadata: { display_name: 'Joan' } } }),
      )
      stops.push(addSessionAsSource(), () => localStorage.clear())
      expect(errorReport(new Error('Joan, joan.c broke it'))).toContain(
        'Error: <private>, <private> broke it',
      )
    })
    test('whatever signs it is written with', () => {
      const written = 'Jean-Luc \\^$.*+?()[]{}|/-#&~`!@%:;<>,="\'“”…😀\ud83d'
      client.setQueryData(['u', 'profile'], { displayName: written })
      expect(errorReport(new Error(`hello ${written} and Jean-Luc`))).not.toContain('Jean')
    })
    test('as far as it can be found out', () => {
      localStorage.setItem(SESSION_STORAGE_KEY, '{broken')
      stops.push(addSessionAsSource(), () => localStorage.clear())
      client.setQueryData(['u', 'profile'], { displayName: 'Grace' })
      expect(errorReport(new Error('hello Grace'))).toContain('Error: hello <private>')
    })
    test('in a stack too, where engines repeat the message', () => {
      client.setQueryData(['u', 'profile'], { displayName: 'Grace' })
      const error = new Error('hello\nGrace')
      expect(errorReport(error)).not.toContain('Grace')
    })
  })
})
