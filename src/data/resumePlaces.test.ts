import { beforeEach, expect, test, vi } from 'vitest'

const HOUR_MS = 60 * 60_000
const place = (age = 0) => ({
  size: 7_000_000,
  metadata: { bucketName: 'media' },
  creationTime: new Date(Date.now() - age).toString(),
  uploadUrl: 'http://localhost:3000/storage/v1/upload/resumable/1',
  urlStorageKey: '',
  parallelUploadUrls: null,
})
/** The module as a page that was opened anew has it. */
async function openPage() {
  vi.resetModules()
  return (await import('./resumePlaces')).resumePlaces
}
const urls = async (page: Awaited<ReturnType<typeof openPage>>, fingerprint: string) =>
  (await page.findUploadsByFingerprint(fingerprint)).map(({ uploadUrl }) => uploadUrl)
beforeEach(() => localStorage.clear())

test('an unfinished upload is found again by a page that was opened anew, and by no other file', async () => {
  await (await openPage()).addUpload('media/a.jpg 7', place())
  const page = await openPage()
  expect(await urls(page, 'media/a.jpg 7')).toEqual([place().uploadUrl])
  expect(await urls(page, 'media/a.jpg 8')).toEqual([])
})

test('one that is done, older than a day or unreadable is forgotten', async () => {
  const page = await openPage()
  const key = await page.addUpload('done', place())
  await page.removeUpload(key)
  await page.addUpload('old', place(25 * HOUR_MS))
  localStorage.setItem('photomemory-upload torn', '{"size"')
  await page.addUpload('young', place(23 * HOUR_MS))
  const again = await openPage()
  for (const gone of ['done', 'old', 'torn']) expect(await urls(again, gone)).toEqual([])
  expect(Object.keys(localStorage)).toEqual(['photomemory-upload young'])
})

test('where the browser keeps nothing, this page still knows', async () => {
  const page = await openPage()
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await page.addUpload('big', place())
  full.mockRestore()
  expect(await urls(page, 'big')).toEqual([place().uploadUrl])
  expect(await urls(await openPage(), 'big')).toEqual([])
})

test('nothing of a person’s uploads stays when they leave', async () => {
  vi.resetModules()
  const { resumePlaces } = await import('./resumePlaces')
  const person = await import('@/lib/pagePerson')
  person.changePagePerson('11111111-1111-4111-8111-111111111111')
  await resumePlaces.addUpload('mine', place())
  person.changePagePerson(null)
  expect(await urls(resumePlaces, 'mine')).toEqual([])
  expect(localStorage).toHaveLength(0)
})
