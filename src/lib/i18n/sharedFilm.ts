import { addBundle } from './speak'

/** The words of the one page behind a link. See: [Note: words come with their pages] */
export const sharedFilmWords = addBundle(
  import.meta.glob<object>('./*/sharedFilm.ts', { import: 'sharedFilm' }),
)
