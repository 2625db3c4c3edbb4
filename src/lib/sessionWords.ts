import { addPersonalSource } from './personalWords'
import { SESSION_STORAGE_KEY, sessionStore } from './sessionStore'

/** Let reports know name and address of who is signed in. @returns takes it back */
export function addSessionAsSource(): () => void {
  return addPersonalSource(() => {
    const session: unknown = JSON.parse(sessionStore.getItem(SESSION_STORAGE_KEY) ?? 'null')
    return session
  })
}
