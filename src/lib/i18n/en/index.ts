import { account } from './account'
import { errors } from './errors'
import { shell } from './shell'

/**
 * English, one file per area of the interface: what everybody needs, and in ./signedIn.ts the rest. Every other language has
 * exactly these keys.
 */
export const first = { account, errors, shell } as const
