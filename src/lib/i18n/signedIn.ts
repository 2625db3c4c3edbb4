import { addBundle } from './speak'

/** The words of signed-in people: two thirds of all, and nobody reads them on the first page. See: [Note: words come with their pages] */
export const signedInWords = addBundle(import.meta.glob<object>('./*/signedIn.ts', { import: 'signedIn' }))
