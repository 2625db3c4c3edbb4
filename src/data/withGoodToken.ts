import { DataError } from '@/lib/errors'
import { accessToken, renewedToken } from './accessToken'

/**
 * Do something that asks in the person's name; where their token is refused, once more with a new one. On a device whose
 * clock is behind, a token that ran out looks good. The action must be harmless to repeat.
 */
export async function withGoodToken<T>(action: () => Promise<T>): Promise<T> {
  const token = await accessToken()
  try {
    return await action()
  } catch (error) {
    // Storage says of a token that ran out what it says of a file of somebody else.
    if (!(error instanceof DataError) || (error.status !== 401 && error.status !== 403)) throw error
    await renewedToken(token)
    return action()
  }
}
