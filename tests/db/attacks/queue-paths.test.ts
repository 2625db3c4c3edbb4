import { describe, expect, test } from 'vitest'
import { liveFilm, Player } from './queueScenes'
import { inOneWorld } from './world'

const COMPLETE = 'select complete_generation($1, $2, $3, $4)'
const FOREIGN = 'PT403 foreign_path'

inOneWorld((world) => {
  const onStage = (work: (owner: Player) => Promise<void>) =>
    world().rehearse((play) => work(new Player(play, world())))

  const notOurs: [what: string, path: (own: string) => string | null][] = [
    ['no path', () => null],
    ['an empty path', () => ''],
    ['the root', () => '/'],
    ['one up', () => '..'],
    ['a way out and back in', (own) => own.replace('/1.', '/../1.')],
    ['a way out of the folder', (own) => own.replace(/^[^/]+/, '..')],
    ['the same place', (own) => own.replace('/1.', '/./1.')],
    ['a doubled slash', (own) => own.replace('/1.', '//1.')],
    ['a slash in front', (own) => `/${own}`],
    ['a backslash', (own) => own.replaceAll('/', '\\')],
    ['an encoded way out', (own) => own.replace('/1.', '/%2e%2e/1.')],
    ['the bucket in front', (own) => `videos/${own}`],
    ['a space behind', (own) => `${own} `],
    ['a line break behind', (own) => `${own}\n`],
    ['capital letters', (own) => own.toUpperCase()],
    ['an attempt that is yet to come', (own) => own.replace('/1.', '/2.')],
    ['no attempt', (own) => own.replace('/1.', '/0.')],
    ['an attempt with a sign', (own) => own.replace('/1.', '/+1.')],
    ['another kind of file', (own) => own.replace('.mp4', '.html')],
    ['no kind of file', (own) => own.replace('.mp4', '')],
    ['the folder', (own) => own.replace('/1.mp4', '')],
  ]

  describe('the owner completes a film with', () => {
    test.each(notOurs)('%s: foreign path', (_what, path) =>
      onStage(async (owner) => {
        const film = liveFilm(world())
        await owner.store(film)
        expect(await owner.tries(COMPLETE, [film.job, film.token, path(film.path), null])).toBe(FOREIGN)
      }),
    )

    test.each([
      ['the picture that belongs beside it', (own: string) => own.replace('.mp4', '.jpg')],
      ['another film of the owner', () => world().id('file owner shared film')],
      ['a film of the editor', () => world().id('file editor shared film')],
      ['a film of a stranger', () => world().id('file stranger private film')],
      ['a photo of the owner', () => world().id('file owner placed')],
    ])('%s: foreign path', (_what, path) =>
      onStage(async (owner) => {
        const film = liveFilm(world())
        expect(await owner.tries(COMPLETE, [film.job, film.token, path(film.path), null])).toBe(FOREIGN)
      }),
    )

    test.each([
      ['the film itself', (own: string) => own],
      ['nothing by name', () => ''],
      ['a way out', (own: string) => own.replace('/1.mp4', '/../1.jpg')],
      ['the picture of another attempt', (own: string) => own.replace('/1.mp4', '/2.jpg')],
      ['the film of a stranger', () => world().id('file stranger private film')],
      ['a photo of the editor', () => world().id('file editor placed')],
      ['a script', (own: string) => own.replace('.mp4', '.svg')],
    ])('as its picture %s: foreign path', (_what, picture) =>
      onStage(async (owner) => {
        const film = liveFilm(world())
        await owner.store(film)
        expect(await owner.tries(COMPLETE, [film.job, film.token, film.path, picture(film.path)])).toBe(
          FOREIGN,
        )
      }),
    )

    test.each([
      ['no width', '0, 1080, 60'],
      ['a negative width', '-1920, 1080, 60'],
      ['an absurd width', '16385, 1080, 60'],
      ['no height', '1920, 0, 60'],
      ['an absurd height', '1920, 16385, 60'],
      ['no length', '1920, 1080, 0'],
      ['a negative length', '1920, 1080, -1'],
      ['a length of more than a day', '1920, 1080, 86401'],
      ['a length that is no number', `1920, 1080, 'NaN'`],
      ['a length without end', `1920, 1080, 'Infinity'`],
    ])('%s: refused', (_what, numbers) =>
      onStage(async (owner) => {
        const film = liveFilm(world())
        await owner.store(film)
        const sql = `select complete_generation($1, $2, $3, null, ${numbers})`
        expect(await owner.tries(sql, [film.job, film.token, film.path])).toBe('PT400 bad_request')
      }),
    )
  })
})
