import { DataError } from '@/lib/errors'

/**
 * Whether a file may have been refused because it is in the library already: somebody else (another tab, an earlier try
 * whose answer was lost) finished it meanwhile. Its announcement is used up then, so in the middle of an upload storage
 * says only that it is not allowed.
 */
export const mayBeThere = (error: unknown): boolean =>
  error instanceof DataError && ['already_registered', 'not_allowed'].includes(error.code)
