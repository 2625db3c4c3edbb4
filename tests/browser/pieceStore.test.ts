import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EXPORT_FOLDER, forgetExport, hasKeptExport, tidyExport } from '@/hooks/forgetExport'
import { changePagePerson } from '@/lib/pagePerson'
import { openPieces } from '@/lib/pieceStore'
import { zip } from '@/lib/zip'

const ADA = '11111111-1111-4111-8111-111111111111'
const EVE = '22222222-2222-4222-8222-222222222222'
const open = () => openPieces(EXPORT_FOLDER, ADA)
const piece = (text: string) => new Blob([text])

beforeEach(forgetExport)
afterEach(() => {
  vi.restoreAllMocks()
})

test('pieces are there for whoever opens the store again, each whole, and can be taken away', async () => {
  const pieces = await open()
  expect(pieces.isLasting).toBe(true)
  await pieces.write('media%2Fa.0', piece('first'))
  await pieces.write('media%2Fa.1', piece('second one'))
  await pieces.write('media%2Fa.0', piece('written again'))
  const again = await open()
  expect(await again.list()).toEqual(
    new Map([
      ['media%2Fa.0', 13],
      ['media%2Fa.1', 10],
    ]),
  )
  expect(await (await again.read('media%2Fa.0')).text()).toBe('written again')
  await again.remove('media%2Fa.0')
  await again.remove('media%2Fa.0')
  expect([...(await again.list()).keys()]).toEqual(['media%2Fa.1'])
  expect(await (await openPieces(EXPORT_FOLDER, EVE)).list()).toEqual(new Map())
})

test('a disk that takes less than it is given, and says nothing, is full, and what it took is not kept', async () => {
  const pieces = await open()
  vi.spyOn(FileSystemWritableFileStream.prototype, 'write').mockResolvedValue()
  await expect(pieces.write('a.0', piece('first'))).rejects.toMatchObject({ code: 'storage_full' })
  expect(await pieces.list()).toEqual(new Map())
})

test('an archive is made of what lies on the disk', async () => {
  const pieces = await open()
  await pieces.write('a.0', piece('one and '))
  await pieces.write('a.1', piece('two'))
  const content = new Blob([await pieces.read('a.0'), await pieces.read('a.1')])
  const archive = zip([{ name: 'a.txt', modifiedAt: '2025-11-23T00:00:00', crc: 0, content }])
  expect(await archive.text()).toContain('a.txtone and two')
})

test('what was collected is deleted when its person leaves this browser', async () => {
  changePagePerson(ADA)
  await (await open()).write('a.0', piece('first'))
  expect(await hasKeptExport(ADA)).toBe(true)
  expect(await hasKeptExport(EVE)).toBe(false)
  changePagePerson(null)
  await vi.waitFor(async () => expect(await hasKeptExport(ADA)).toBe(false))
})

test('what nobody has gone on with for a week is deleted, and nothing sooner', async () => {
  await (await open()).write('a.0', piece('first'))
  await tidyExport()
  expect(await hasKeptExport(ADA)).toBe(true)
  const inEightDays = Date.now() + 8 * 24 * 60 * 60_000
  vi.spyOn(Date, 'now').mockReturnValue(inEightDays)
  await tidyExport()
  expect(await hasKeptExport(ADA)).toBe(false)
})

test('while another tab collects, this one waits and says so, until it is stopped', async () => {
  const { startExport, stopExport } = await import('@/hooks/accountExport')
  const { useAccountExportStore } = await import('@/stores/accountExport.store')
  const phase = () => useAccountExportStore.getState().current.phase
  let letGo: () => void = () => undefined
  const elsewhere = new Promise<void>((resolve) => (letGo = resolve))
  await new Promise<void>((held) => {
    void navigator.locks.request(`export:${ADA}`, () => (held(), elsewhere))
  })
  const running = startExport(ADA)
  await vi.waitFor(() => expect(phase()).toBe('waiting'))
  stopExport()
  await running
  expect(phase()).toBe('stopped')
  letGo()
})

test('what another tab is collecting is still there after this one was asked to throw it away', async () => {
  const { discardExport } = await import('@/hooks/accountExport')
  const { useAccountExportStore } = await import('@/stores/accountExport.store')
  const now = () => useAccountExportStore.getState().current
  await (await open()).write('a.0', piece('first'))
  let letGo: () => void = () => undefined
  const elsewhere = new Promise<void>((resolve) => (letGo = resolve))
  await new Promise<void>((held) => {
    void navigator.locks.request(`export:${ADA}`, () => (held(), elsewhere))
  })
  const discarding = discardExport(ADA)
  await vi.waitFor(() => expect(now().phase).toBe('waiting'))
  expect(await hasKeptExport(ADA)).toBe(true)
  letGo()
  await discarding
  expect(now()).toEqual({ phase: 'idle', kept: true })
  await discardExport(ADA)
  expect(await hasKeptExport(ADA)).toBe(false)
})

test('pieces that were cleared away under a page are said to be lost, and a new store begins again', async () => {
  const pieces = await open()
  await pieces.write('a.0', piece('first'))
  await forgetExport()
  const lost = { code: 'copy_lost' }
  await expect(pieces.read('a.0')).rejects.toMatchObject(lost)
  await expect(pieces.write('a.1', piece('second'))).rejects.toMatchObject(lost)
  await expect(pieces.list()).rejects.toMatchObject(lost)
  await (await open()).write('a.1', piece('second'))
})
