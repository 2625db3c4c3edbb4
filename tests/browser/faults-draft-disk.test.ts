import { wrap } from 'comlink'
import { expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import type { FullDisk } from '../fixtures/fullDisk.worker'

const MEGABYTES_8 = 8 * 2 ** 20
const KEY = 'f'.repeat(64)

test('F06: a write to a full private window that falls short without a word counts as a full disk, and leaves nothing half written', async () => {
  const worker = new Worker(new URL('../fixtures/fullDisk.worker.ts', import.meta.url), { type: 'module' })
  const disk = wrap<FullDisk>(worker)
  const { usage = 0 } = await navigator.storage.estimate()
  const { origin } = location
  await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 2 ** 20 })
  try {
    const written = await disk.rawWrite('raw', MEGABYTES_8)
    console.log(`F06: of ${MEGABYTES_8} bytes this window says it wrote: ${written}`)
    expect(written).not.toBe(MEGABYTES_8)
    expect(await disk.storeWrite(KEY, MEGABYTES_8)).toEqual({
      error: 'StorageFull',
      keys: expect.not.arrayContaining([KEY]),
    })
  } finally {
    await cdp().send('Storage.overrideQuotaForOrigin', { origin })
  }
  expect(await disk.storeWrite(KEY, MEGABYTES_8)).toEqual({
    error: null,
    keys: expect.arrayContaining([KEY]),
  })
  const segments = await (await navigator.storage.getDirectory()).getDirectoryHandle('photomemory-segments')
  await segments.removeEntry(KEY)
  worker.terminate()
})
