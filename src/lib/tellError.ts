import { errorText } from './errorText'
import { notify } from './notify'

/** Say what went wrong. One message per kind of trouble, however many requests ran into it. */
export function tellError(error: Error): void {
  const message = errorText(error)
  notify.error(message, { id: `error:${message}` })
}
