import { expect, type Page } from '@playwright/test'

/** Until this device remembers what was read: it is written a moment later. @param key how the query's key ends, as JSON */
export const remembered = (page: Page, key: string) =>
  expect
    .poll(() =>
      page.evaluate(async (end) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open('photomemory-cache')
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error ?? new Error('not opened'))
        })
        const answers = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction('answers').objectStore('answers').getAll()
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error ?? new Error('not read'))
        })
        database.close()
        return JSON.stringify(answers).includes(`${end}]`)
      }, key),
    )
    .toBe(true)
