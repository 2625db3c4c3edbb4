import type { StateStorage } from 'zustand/middleware'
import { t } from './i18n'
import { notify } from './notify'

/** Where a value that could not be read is put aside, so that nothing is lost by writing over it. */
const quarantine = (name: string) => `${name}.broken`

/**
 * localStorage for zustand's `persist`: never throws, and never pretends.
 * - A value that is no JSON is put aside under `<name>.broken`, and there is none.
 * - What could not be written is said once per page: the choice holds until the tab is closed. The store goes on.
 */
export function persistentStorage(): StateStorage {
  let isSaid = false
  const said = (error: unknown) => {
    if (isSaid) return
    isSaid = true
    notify.warning(t(isFull(error) ? 'shell.storageFull' : 'shell.storageOff'), { id: 'not-remembered' })
  }
  return {
    getItem: (name) => {
      try {
        const value = localStorage.getItem(name)
        if (value === null || isJson(value)) return value
        localStorage.setItem(quarantine(name), value)
        localStorage.removeItem(name)
      } catch {
        // Switched off, or no room to put it aside: nothing is remembered, and a write will say so.
      }
      return null
    },
    setItem: (name, value) => {
      try {
        localStorage.setItem(name, value)
        isSaid = false
      } catch (error) {
        said(error)
      }
    },
    removeItem: (name) => {
      try {
        localStorage.removeItem(name)
      } catch {
        // What cannot be reached is not there.
      }
    },
  }
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'

function isJson(value: string): boolean {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}
